import type { TagDefinition } from '../definitions.ts';
import { renderBody, test, utf8 } from '../evaluate.ts';
import { newBody, type TagParser } from '../parser.ts';
import type { IfBranch, IfTag } from '../tree.ts';

function parse(kind: 'if' | 'unless', markup: string, parser: TagParser): IfTag {
  const branches: IfBranch[] = [{ condition: parser.condition(markup), body: newBody() }];
  let unknown = parser.fill(branches[0]!.body);
  while (unknown !== null) {
    if (unknown.name !== 'elsif' && unknown.name !== 'else') throw parser.unexpected(unknown);
    // Whatever stands behind `else` is ignored, an `if` too.
    const condition = unknown.name === 'else' ? null : parser.condition(unknown.markup);
    const body = newBody();
    branches.push({ condition, body });
    unknown = parser.fill(body);
  }
  return { kind, branches, blank: parser.blank, block: true };
}

const render: NonNullable<TagDefinition<IfTag>['render']> = (tag, context) => {
  const scope = context.enter();
  // unless turns its own condition round, not those of its elsifs.
  let negate = tag.kind === 'unless';
  for (const { condition, body } of tag.branches) {
    if (condition === null ? !negate : test(condition, context) !== negate) {
      const text = renderBody(body, context);
      context.leave(scope);
      return text;
    }
    negate = false;
  }
  context.leave(scope);
  return utf8('', context);
};

/** `{% if %}{% elsif %}{% else %}{% endif %}` */
export const ifTag: TagDefinition<IfTag> = { parse: (markup, parser) => parse('if', markup, parser), render };

/** `{% unless %}…{% endunless %}` */
export const unlessTag: TagDefinition<IfTag> = { parse: (markup, parser) => parse('unless', markup, parser), render };
