// Parses `value | filter: argument, key: argument`, strictly or laxly (Liquid 4.0.4, Variable).

import type { Value } from '../../ruby/values.ts';
import { parseExpression } from './expression.ts';
import { ATTRIBUTE, FRAGMENT, SPACE } from './patterns.ts';
import { StrictParser } from './strict-parser.ts';
import type { Expression, FilterCall, Variable } from './tree.ts';

const VALUE = new RegExp(`(${FRAGMENT})([^]*)`);
const FILTERS = new RegExp(`\\|${SPACE}*([^]*)`);
const FILTER = new RegExp(`(?:${SPACE}+|${FRAGMENT}|,)+`, 'g');
const NAME = /[A-Za-z0-9_]+/;
const ARGUMENT = new RegExp(`[:,]${SPACE}*((?:[A-Za-z0-9_]+${SPACE}*:${SPACE}*)?${FRAGMENT})`, 'g');
const KEYWORD = new RegExp(`^${ATTRIBUTE}$`);

/** Throws a MarkupError if the markup doesn't follow Liquid's strict grammar. */
export function parseVariableStrictly(markup: string): Variable {
  const parser = new StrictParser(markup);
  const name = parseExpression(parser.expression());
  const filters: FilterCall[] = [];
  while (parser.accept('pipe') !== null) {
    const filter = parser.consume('id');
    const args: string[] = [];
    if (parser.accept('colon') !== null) {
      do args.push(parser.argument());
      while (parser.accept('comma') !== null);
    }
    filters.push(filterCall(filter, args));
  }
  parser.consume('end_of_string');
  return { name, filters };
}

/** Parses whatever looks like a value and filters, and skips the rest. */
export function parseVariableLaxly(markup: string): Variable {
  const match = VALUE.exec(markup);
  if (match === null) return { name: null, filters: [] };
  const name = parseExpression(match[1]);
  const filters: FilterCall[] = [];
  for (const text of FILTERS.exec(match[2]!)?.[1]?.match(FILTER) ?? []) {
    const filter = NAME.exec(text);
    if (filter === null) continue;
    const args: string[] = [];
    for (const argument of text.matchAll(ARGUMENT)) args.push(argument[1]!);
    filters.push(filterCall(filter[0], args));
  }
  return { name, filters };
}

function filterCall(name: string, markups: readonly string[]): FilterCall {
  const args: Expression[] = [];
  let keywords: [string, Expression][] | null = null;
  for (const markup of markups) {
    const match = KEYWORD.exec(markup);
    if (match === null) args.push(parseExpression(markup));
    else (keywords ??= []).push([match[1]!, parseExpression(match[2])]);
  }
  const constant: Value[] = [];
  for (const arg of args) if (arg.kind === 'literal') constant.push(arg.value);
  const allConstant = keywords === null && constant.length === args.length;
  return { name, args, keywords, constant: allConstant ? constant : null };
}
