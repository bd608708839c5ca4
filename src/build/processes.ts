// This process and others, as the lock of a destination sees them.

import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder, Processes } from '../publish/lock.ts';

export function machineProcesses(): Processes {
  const machine = machineId();
  return {
    own: { pid: process.pid, started: startOf(process.pid) ?? '', machine, host: hostname() },
    isRunning,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => performance.now(),
  };
}

/** Processes with one such name see each other: on Linux the kernel's run and the namespace of pids (a container's own). */
function machineId(): string {
  try {
    return `${read('/proc/sys/kernel/random/boot_id').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(pid);
  return start === null || started === '' || start === started;
}

/** When a process started, in ticks since the machine did; null if the system doesn't tell. A dead one's is 'ended'. */
function startOf(pid: number): string | null {
  try {
    // The name, in parentheses, may hold anything; the state follows it, and the start is the twentieth field from there.
    const fields = read(`/proc/${pid}/stat`)
      .replace(/^.*\)\s*/s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

const read = (path: string): string => readFileSync(path, 'utf8');
