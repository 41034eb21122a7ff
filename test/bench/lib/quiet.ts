import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor time of the whole machine and of some processes, in seconds. */
export interface CpuSample {
  readonly atMs: number;
  readonly machine: number;
  readonly own: number;
}

/** Threads of the processes named count too: /proc/<pid>/stat sums them. */
export function sampleCpu(pids: readonly number[]): CpuSample {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/);
  const [user, nice, system, , , irq, softirq, steal] = fields.map(Number);
  const machine = (user! + nice! + system! + irq! + softirq! + steal!) / ticksPerSecond;
  const own = pids.reduce((sum, pid) => sum + processCpu(pid), 0);
  return { atMs: performance.now(), machine, own };
}

export function processCpu(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Cores that others used between two samples: above 0.10 a run is void. Work of the kernel for our own sync and sockets is counted as theirs, so the true figure is lower. */
export function othersCores(from: CpuSample, to: CpuSample): number {
  const seconds = (to.atMs - from.atMs) / 1000;
  return Math.max(0, (to.machine - from.machine - (to.own - from.own)) / seconds);
}
