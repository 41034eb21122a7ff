// The layout engine runs aside: a big drawing takes a second that the screen must not wait for.
import ELK from 'elkjs/lib/elk.bundled.js';

const elk = new ELK();

self.onmessage = ({
  data,
}: MessageEvent<{ readonly ask: number; readonly graph: Parameters<typeof elk.layout>[0] }>) => {
  elk.layout(data.graph).then(
    (graph) => self.postMessage({ ask: data.ask, graph }),
    (error: unknown) => self.postMessage({ ask: data.ask, error: String(error) }),
  );
};
