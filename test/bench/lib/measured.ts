import { probeDisk } from './probe.ts';
import { othersCores, sampleCpu } from './quiet.ts';

/** What a run cost, and whether it counts: not when others used more than a tenth of a core meanwhile. */
export interface Measured<T> {
  readonly value: T;
  readonly seconds: number;
  /** Flushes a second that the disk could do just before. */
  readonly disk: number;
  readonly others: number;
  /** Cores of the server and of this process, which makes the load. */
  readonly serverCores: number;
  readonly loadCores: number;
  readonly valid: boolean;
}

const mostOfOthers = 0.1;

export async function measured<T>(serverPid: number, work: () => Promise<T>): Promise<Measured<T>> {
  const disk = probeDisk();
  const [server, load] = [sampleCpu([serverPid]), sampleCpu([process.pid])];
  const value = await work();
  const [serverAfter, loadAfter] = [sampleCpu([serverPid]), sampleCpu([process.pid])];
  const seconds = (serverAfter.atMs - server.atMs) / 1000;
  const own = (sample: { own: number }, other: { own: number }) => sample.own + other.own;
  const others = othersCores(
    { ...server, own: own(server, load) },
    { ...serverAfter, own: own(serverAfter, loadAfter) },
  );
  return {
    value,
    seconds,
    disk,
    others,
    serverCores: (serverAfter.own - server.own) / seconds,
    loadCores: (loadAfter.own - load.own) / seconds,
    valid: others <= mostOfOthers,
  };
}

/** Repeats a run until `wanted` of them count, or gives up after `most`. `run` answers whether it counts. */
export async function untilValid(wanted: number, most: number, run: (no: number) => Promise<boolean>) {
  let valid = 0;
  for (let no = 1; no <= most && valid < wanted; no += 1) if (await run(no)) valid += 1;
}
