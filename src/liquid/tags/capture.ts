// {% capture %} (Liquid 4.0.4, Capture).

import type { TagDefinition } from '../compile/environment.ts';
import { SIGNATURE } from '../syntax/patterns.ts';
import type { CaptureTag } from '../syntax/tree.ts';

const SYNTAX = new RegExp(SIGNATURE);

/** `{% capture name %}…{% endcapture %}`: sets a variable in the outermost scope. The name may be quoted. */
export const captureTag: TagDefinition<CaptureTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw parser.error("Syntax Error in 'capture' - Valid syntax: capture [var]");
    return { kind: 'capture', name: match[0], body: parser.block(), blank: true, block: true };
  },
  compile({ name, body }, compiler) {
    const render = compiler.captured(body);
    return (context) => {
      const text = render(context);
      context.limits.checkLength(String(text));
      context.assign(name, text);
      return '';
    };
  },
};
