import { newCondition } from '../condition.ts';
import type { TagDefinition } from '../definitions.ts';
import { renderBody, test, utf8 } from '../evaluate.ts';
import { newBody, type TagParser } from '../parser.ts';
import { FRAGMENT, isBlank, SPACE } from '../patterns.ts';
import type { Body, CaseBranch, CaseTag, Expression } from '../tree.ts';

const SYNTAX = new RegExp(FRAGMENT);
const WHEN = new RegExp(`(${FRAGMENT})(?:(?:${SPACE}+or${SPACE}+|${SPACE}*,${SPACE}*)(${FRAGMENT}[^]*))?`);

/** `{% case %}{% when %}{% else %}{% endcase %}`: every `when` that matches renders, `else` where none has so far. */
export const caseTag: TagDefinition<CaseTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw parser.error("Syntax Error in 'case' - Valid syntax: case [condition]");
    const left = parser.expression(match[0]);
    const branches: CaseBranch[] = [];
    // What stands before the first `when` is read and dropped.
    let body = newBody();
    let unknown = parser.fill(body);
    while (unknown !== null) {
      body = newBody();
      if (unknown.name === 'when') whenBranches(unknown.markup, left, body, branches, parser);
      else if (unknown.name === 'else') branches.push(elseBranch(unknown.markup, body, parser));
      else throw parser.unexpected(unknown);
      unknown = parser.fill(body);
    }
    return { kind: 'case', branches, blank: parser.blank, block: true };
  },
  render(tag, context) {
    const scope = context.enter();
    let text = '';
    let matched = false;
    for (const { condition, body } of tag.branches) {
      if (condition === null) {
        if (matched) continue;
        text = renderBody(body, context);
        context.leave(scope);
        return text;
      }
      if (!test(condition, context)) continue;
      matched = true;
      text += renderBody(body, context);
    }
    context.leave(scope);
    return utf8(text, context);
  },
};

function whenBranches(markup: string, left: Expression, body: Body, branches: CaseBranch[], parser: TagParser): void {
  let rest: string | undefined = markup;
  while (rest !== undefined) {
    const match = WHEN.exec(rest);
    if (match === null) {
      throw parser.error(
        "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
      );
    }
    branches.push({ condition: newCondition(left, '==', parser.expression(match[1])), body });
    rest = match[2];
  }
}

function elseBranch(markup: string, body: Body, parser: TagParser): CaseBranch {
  if (!isBlank(markup)) {
    throw parser.error("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ");
  }
  return { condition: null, body };
}
