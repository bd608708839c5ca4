// {% comment %} (Liquid 4.0.4, Comment).

import type { TagDefinition } from '../compile/environment.ts';
import { newBody } from '../syntax/parser.ts';
import type { CommentTag } from '../syntax/tree.ts';

/** `{% comment %}…{% endcomment %}`: the content is parsed, so that errors in it count; unknown tags are ignored. */
export const commentTag: TagDefinition<CommentTag> = {
  parse(_markup, parser) {
    const body = newBody();
    while (parser.fill(body) !== null) {
      // Unknown tags are skipped.
    }
    return { kind: 'comment', blank: true, block: true };
  },
  compile: () => () => '',
};
