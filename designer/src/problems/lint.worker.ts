// Lint never waits in the way of a gesture: it reads the whole document, however big.
import { lint, type Regulation } from '@reglament/regulation';

self.onmessage = ({ data }: MessageEvent<{ readonly ask: number; readonly regulation: Regulation }>) => {
  self.postMessage({ ask: data.ask, problems: lint(data.regulation) });
};
