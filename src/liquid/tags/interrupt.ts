import type { TagDefinition } from '../compile/environment.ts';
import type { InterruptTag } from '../syntax/tree.ts';

const define = (kind: 'break' | 'continue'): TagDefinition<InterruptTag> => ({
  parse: () => ({ kind, blank: false, block: false }),
  // A body sees the tag itself: it stops there, and so do the bodies around, up to a loop or the template's end.
});

/** `{% break %}`: ends the loop; outside of one, the template. */
export const breakTag = define('break');

/** `{% continue %}`: goes on with the loop's next item; outside of one, ends the template. */
export const continueTag = define('continue');
