// Limits the memory of the Sass compiler's process, which has no limit of its own.

import { readFileSync } from 'node:fs';
import type { Child } from '../converters/sass/dart.ts';

/** Maximum bytes of the process: many times what the largest stylesheets need. */
const MOST = 1536 * 1024 * 1024;
const EVERY = 500;

/**
 * Kills a process that exceeds the limit. Only Linux exposes the memory size; elsewhere only the time limit applies.
 */
export function watchMemory(child: Child): void {
  if (process.platform !== 'linux') return;
  const timer = setInterval(() => {
    if (residentBytes(child.pid) > MOST) child.kill('SIGKILL');
  }, EVERY);
  timer.unref();
  child.on('exit', () => clearInterval(timer));
}

function residentBytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0; // the process has ended
  }
}
