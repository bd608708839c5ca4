// This process and others, as used by the lock of a destination.

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

/** Identifies processes that can see each other: on Linux by boot id and pid namespace (a container has its own). */
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

/** When a process started, in ticks since boot; 'ended' if it is dead, null if the system doesn't say. */
function startOf(pid: number): string | null {
  try {
    // The name, in parentheses, may contain anything. The state follows it; the start time is field 19 after that, from
    // 0.
    const fields = read(`/proc/${pid}/stat`)
      .replace(/^.*\)\s*/s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

const read = (path: string): string => readFileSync(path, 'utf8');
