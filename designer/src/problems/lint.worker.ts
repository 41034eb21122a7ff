// Lint never waits in the way of a gesture: it reads the whole document, however big.
import { lint, type Regulation } from '@reglament/regulation';

self.onmessage = ({ data }: MessageEvent<Regulation>) => {
  self.postMessage(lint(data));
};
