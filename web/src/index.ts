export { api } from './client.ts';
export { type Command, sendCommand, useCommand } from './command.ts';
export {
  type Connection,
  connection,
  noteReachable,
  noteSocket,
  onConnection,
  useConnection,
} from './connection.ts';
export { createIntent, type Intent } from './intent.ts';
export { LocaleProvider, savedLocale, startLocale, useChooseLocale } from './locale.tsx';
export { PageFailure } from './pageFailure.tsx';
export { useApiPages } from './pages.ts';
export { PersonMenu, signOut } from './personMenu.tsx';
export { personOption, usePosts } from './posts.ts';
export { ErrorDetails, PageProblem, ProblemLine, wordError } from './problem.tsx';
export { isPassing, keyOf, type QueryExtras, queryClient, refresh, useApiQuery } from './query.ts';
export { noteServerNow, onServerNow, serverNow } from './serverNow.ts';
export { noteSessionEnded, onSessionEnded, sessionEnded } from './sessionEnd.ts';
export { applyTheme, chooseTheme, readLocal, savedTheme, type Theme, useTheme, writeLocal } from './theme.ts';
