// Parses `a == b and c`, strictly or laxly (Liquid 4.0.4, If). Right-associative: `a and b or c` is `a and (b or c)`.

import { strip } from '../../ruby/strings.ts';
import { parseExpression } from './expression.ts';
import { MarkupError } from './lexer.ts';
import { FRAGMENT, SPACE } from './patterns.ts';
import { StrictParser } from './strict-parser.ts';
import { type Condition, type Expression, NIL } from './tree.ts';

const JOIN = `\\b(?:${SPACE}?and${SPACE}?|${SPACE}?or${SPACE}?)\\b`;
// Ruby's scanner for lax parsing: a join, or a run of fragments without a join.
const PARTS = new RegExp(`(?:${JOIN}|(?:${SPACE}*(?!${JOIN})(?:${FRAGMENT}|[^ \\t\\r\\n\\f\\v]+)${SPACE}*)+)`, 'g');
const COMPARISON = new RegExp(`(${FRAGMENT})${SPACE}*([=!<>a-z_]+)?${SPACE}*(${FRAGMENT})?`);

export const newCondition = (left: Expression, operator: string | null = null, right: Expression = NIL): Condition => ({
  left,
  operator,
  right,
  relation: null,
  child: null,
});

/** Throws a MarkupError if the markup doesn't follow Liquid's strict grammar. */
export function parseConditionStrictly(markup: string): Condition {
  const parser = new StrictParser(markup);
  const condition = parseJoined(parser);
  parser.consume('end_of_string');
  return condition;
}

/** One or more comparisons joined by and/or; stops before anything else. */
export function parseJoined(parser: StrictParser): Condition {
  const first = parseComparison(parser);
  let last = first;
  while (true) {
    const relation = parser.acceptId('and') ? 'and' : parser.acceptId('or') ? 'or' : null;
    if (relation === null) return first;
    const next = parseComparison(parser);
    last.relation = relation;
    last.child = next;
    last = next;
  }
}

export function parseComparison(parser: StrictParser): Condition {
  const left = parseExpression(parser.expression());
  const operator = parser.accept('comparison');
  return operator === null ? newCondition(left) : newCondition(left, operator, parseExpression(parser.expression()));
}

const SYNTAX = "Syntax Error in tag 'if' - Valid syntax: if [expression]";

/** Parses what it can of each part and skips the rest; throws a MarkupError if there is nothing to parse. */
export function parseConditionLaxly(markup: string): Condition {
  const parts = markup.match(PARTS) ?? [];
  let condition = readComparison(parts.pop());
  while (parts.length > 0) {
    const relation = strip(parts.pop()!);
    const outer = readComparison(parts.pop() ?? '');
    if (relation !== 'and' && relation !== 'or') throw new MarkupError(SYNTAX);
    outer.relation = relation;
    outer.child = condition;
    condition = outer;
  }
  return condition;
}

function readComparison(text: string | undefined): Condition {
  const match = text === undefined ? null : COMPARISON.exec(text);
  if (match === null) throw new MarkupError(SYNTAX);
  return newCondition(parseExpression(match[1]), match[2] ?? null, parseExpression(match[3]));
}
