import type { TagDefinition } from '../definitions.ts';
import { renderBody, utf8 } from '../evaluate.ts';
import type { IfChangedTag } from '../tree.ts';

/** `{% ifchanged %}…{% endifchanged %}`: nothing where the text is what an ifchanged printed last. */
export const ifChangedTag: TagDefinition<IfChangedTag> = {
  parse(_markup, parser) {
    const body = parser.block();
    return { kind: 'ifchanged', body, blank: parser.blank, block: true };
  },
  render(tag, context) {
    const scope = context.enter();
    const text = renderBody(tag.body, context);
    context.leave(scope);
    const { state } = context.registers;
    if (text === state.ifChanged) return utf8('', context);
    state.ifChanged = text;
    return text;
  },
};
