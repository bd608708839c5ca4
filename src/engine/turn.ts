// Work between two pages: progress reports, and cancellation.

import type { Clock } from './surroundings.ts';
import type { Turn } from './verbs.ts';

/** Milliseconds of rendering after which messages are processed, since one may cancel the build. */
const LONGEST = 50;

/** @param signal if undefined, rendering never pauses */
export function turnOf(
  { clock, pause }: { readonly clock: Clock; pause(): Promise<void> },
  report: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): Turn {
  let since = clock.elapsed();
  const letIn = async (): Promise<void> => {
    await pause();
    since = clock.elapsed();
    signal?.throwIfAborted();
  };
  return {
    pause: letIn,
    after({ done, total }) {
      report(done, total);
      if (signal === undefined) return null;
      signal.throwIfAborted();
      return clock.elapsed() - since > LONGEST ? letIn() : null;
    },
  };
}
