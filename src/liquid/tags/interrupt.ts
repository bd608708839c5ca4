// {% break %} and {% continue %} (Liquid 4.0.4, Break and Continue).

import type { TagDefinition } from '../compile/environment.ts';
import type { InterruptTag } from '../syntax/tree.ts';

const define = (kind: 'break' | 'continue'): TagDefinition<InterruptTag> => ({
  parse: () => ({ kind, blank: false, block: false }),
  // The enclosing body handles the tag: it stops there, and so do the bodies around it, up to a loop or the template's
  // end.
});

/** `{% break %}`: ends the loop; outside a loop, the template. */
export const breakTag = define('break');

/** `{% continue %}`: continues with the loop's next item; outside a loop, ends the template. */
export const continueTag = define('continue');
