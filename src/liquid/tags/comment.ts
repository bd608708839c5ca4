import type { TagDefinition } from '../compile/environment.ts';
import { newBody } from '../syntax/parser.ts';
import type { CommentTag } from '../syntax/tree.ts';

/** `{% comment %}…{% endcomment %}`: its content is read like any other, so that faults in it count; unknown tags don't. */
export const commentTag: TagDefinition<CommentTag> = {
  parse(_markup, parser) {
    const body = newBody();
    while (parser.fill(body) !== null) {
      // An unknown tag: read on.
    }
    return { kind: 'comment', blank: true, block: true };
  },
  compile: () => () => '',
};
