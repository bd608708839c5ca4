// {% case %} (Liquid 4.0.4, Case).

import type { TagDefinition } from '../compile/environment.ts';
import { newCondition } from '../syntax/condition.ts';
import { newBody, type TagParser } from '../syntax/parser.ts';
import { FRAGMENT, isBlank, SPACE } from '../syntax/patterns.ts';
import type { Body, CaseBranch, CaseTag, Expression } from '../syntax/tree.ts';

const SYNTAX = new RegExp(FRAGMENT);
const VALUE = new RegExp(FRAGMENT, 'g');
const SEPARATOR = new RegExp(`(?:${SPACE}+or${SPACE}+|${SPACE}*,${SPACE}*)(?=${FRAGMENT})`, 'y');

/**
 * `{% case %}{% when %}{% else %}{% endcase %}`: renders every `when` that matches; `else` if none matched before it.
 */
export const caseTag: TagDefinition<CaseTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw parser.error("Syntax Error in 'case' - Valid syntax: case [condition]");
    const left = parser.expression(match[0]);
    const branches: CaseBranch[] = [];
    // Content before the first `when` is parsed and dropped.
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
  compile(tag, compiler) {
    const branches = tag.branches.map(({ condition, body }) => ({
      test: condition === null ? null : compiler.condition(condition),
      // Several `when` bodies may be printed, but only one `else`.
      render: condition === null ? compiler.body(body) : compiler.text(body),
    }));
    return (context) => {
      const scope = context.enter();
      let text = '';
      let matched = false;
      for (const { test, render } of branches) {
        if (test === null) {
          if (matched) continue;
          const otherwise = render(context);
          context.leave(scope);
          return otherwise;
        }
        if (!test(context)) continue;
        matched = true;
        text += render(context);
      }
      context.leave(scope);
      return text;
    };
  },
};

function whenBranches(markup: string, left: Expression, body: Body, branches: CaseBranch[], parser: TagParser): void {
  VALUE.lastIndex = 0;
  while (true) {
    const match = VALUE.exec(markup);
    if (match === null) {
      throw parser.error(
        "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
      );
    }
    branches.push({ condition: newCondition(left, '==', parser.expression(match[0])), body });
    SEPARATOR.lastIndex = VALUE.lastIndex;
    if (!SEPARATOR.test(markup)) return;
    VALUE.lastIndex = SEPARATOR.lastIndex;
  }
}

function elseBranch(markup: string, body: Body, parser: TagParser): CaseBranch {
  if (!isBlank(markup)) {
    throw parser.error("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ");
  }
  return { condition: null, body };
}
