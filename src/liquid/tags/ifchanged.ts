// {% ifchanged %} (Liquid 4.0.4, Ifchanged).

import type { TagDefinition } from '../compile/environment.ts';
import type { IfChangedTag } from '../syntax/tree.ts';

/** `{% ifchanged %}…{% endifchanged %}`: prints nothing if the output is the same as that of the last ifchanged. */
export const ifChangedTag: TagDefinition<IfChangedTag> = {
  parse(_markup, parser) {
    const body = parser.block();
    return { kind: 'ifchanged', body, blank: parser.blank, block: true };
  },
  compile({ body }, compiler) {
    const render = compiler.body(body);
    return (context) => {
      const scope = context.enter();
      const text = render(context);
      context.leave(scope);
      if (String(text) === context.state.ifChanged) return '';
      context.state.ifChanged = String(text);
      return text;
    };
  },
};
