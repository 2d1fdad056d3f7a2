/** What a process of this machine has used so far, as Linux tells it. */
import { readFileSync } from 'node:fs';
import type { Usage } from './server.ts';

/** Linux counts a process's time in hundredths of a second. */
const tick = 10_000;

export function usageOf(pid: number): Usage {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return { cpu: (user + system) * tick, memory: pages * 4096 };
}
