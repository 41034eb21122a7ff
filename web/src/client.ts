import { ApiError, type Client, createClient } from '@reglament/api';
import { noteReachable } from './connection.ts';
import { noteSessionEnded } from './sessionEnd.ts';

const plain = createClient({
  origin: '',
  fetch: (input, init) => window.fetch(input, init),
  headers: () => ({ 'accept-language': document.documentElement.lang }),
});

/** The typed client; tells the rest of the desk when the session has ended and whether the server answers. */
export const api: Client = {
  async call(name, options) {
    try {
      const answer = await plain.call(name, options);
      noteReachable(true);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) {
        noteReachable(error.code !== 'OFFLINE');
        if (error.code === 'NOT_SIGNED_IN' && name !== 'session.show') noteSessionEnded(true);
      }
      throw error;
    }
  },
};
