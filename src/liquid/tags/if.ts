// {% if %} and {% unless %} (Liquid 4.0.4, If and Unless).

import type { TagDefinition } from '../compile/environment.ts';
import type { Context } from '../runtime/context.ts';
import { newBody, type TagParser } from '../syntax/parser.ts';
import type { IfBranch, IfTag } from '../syntax/tree.ts';

function parse(kind: 'if' | 'unless', markup: string, parser: TagParser): IfTag {
  const branches: IfBranch[] = [{ condition: parser.condition(markup), body: newBody() }];
  let unknown = parser.fill(branches[0]!.body);
  while (unknown !== null) {
    if (unknown.name !== 'elsif' && unknown.name !== 'else') throw parser.unexpected(unknown);
    // Anything after `else` in the tag is ignored, even an `if`.
    const condition = unknown.name === 'else' ? null : parser.condition(unknown.markup);
    const body = newBody();
    branches.push({ condition, body });
    unknown = parser.fill(body);
  }
  return { kind, branches, blank: parser.blank, block: true };
}

const compile: NonNullable<TagDefinition<IfTag>['compile']> = (tag, compiler) => {
  const branches = tag.branches.map(({ condition, body }, i) => {
    const test = condition === null ? () => true : compiler.condition(condition);
    // unless negates its own condition (or a leading else), not those of its elsifs.
    const negate = i === 0 && tag.kind === 'unless';
    return { test: negate ? (context: Context) => !test(context) : test, render: compiler.body(body) };
  });
  const { length } = branches;
  return (context) => {
    const scope = context.enter();
    for (let i = 0; i < length; i++) {
      const { test, render } = branches[i]!;
      if (!test(context)) continue;
      const text = render(context);
      context.leave(scope);
      return text;
    }
    context.leave(scope);
    return '';
  };
};

/** `{% if %}{% elsif %}{% else %}{% endif %}` */
export const ifTag: TagDefinition<IfTag> = { parse: (markup, parser) => parse('if', markup, parser), compile };

/** `{% unless %}…{% endunless %}` */
export const unlessTag: TagDefinition<IfTag> = { parse: (markup, parser) => parse('unless', markup, parser), compile };
