import type { TagDefinition } from '../definitions.ts';
import { renderBody, utf8 } from '../evaluate.ts';
import { SIGNATURE } from '../patterns.ts';
import type { CaptureTag } from '../tree.ts';

const SYNTAX = new RegExp(SIGNATURE);

/** `{% capture name %}…{% endcapture %}`: the text into the outermost scope. The name may stand in quotes. */
export const captureTag: TagDefinition<CaptureTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw parser.error("Syntax Error in 'capture' - Valid syntax: capture [var]");
    return { kind: 'capture', name: match[0], body: parser.block(), blank: true, block: true };
  },
  render(tag, context) {
    const text = renderBody(tag.body, context);
    context.assign(tag.name, text, context.usAscii);
    return utf8('', context);
  },
};
