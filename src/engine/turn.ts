// Between two pages: progress is reported, and a build can be cancelled.

import type { Clock } from './surroundings.ts';
import type { Turn } from './verbs.ts';

/** Milliseconds of rendering after which messages are let in, for one of them may cancel the build. */
const LONGEST = 50;

/** @param signal without one nothing is waited for */
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
