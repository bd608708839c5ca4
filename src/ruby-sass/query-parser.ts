// Parses media queries, and the conditions of `@supports`.

import type { Parts } from './parts.ts';
import type { Reader } from './reader.ts';
import type { Condition, MediaQuery } from './tree.ts';

const COMPARISONS = ['=', '<', '<=', '>', '>='];
const COMPARISON = /=|[<>]=?/y;
const AND = /and/iy;
const OR = /or/iy;
const AND_OR = /and|or/iy;
const NOT = /not/iy;
const NOT_WORD = /not[ \t\r\n\f(]/iy;

/** Null if there is no query. */
export function parseQueryList(reader: Reader): readonly MediaQuery[] | null {
  const first = parseQuery(reader);
  if (first === null) return null;
  const queries = [first];
  reader.space();
  while (reader.take(',')) {
    reader.space();
    queries.push(parseQuery(reader) ?? reader.fail('media query'));
  }
  reader.space();
  return queries;
}

function parseQuery(reader: Reader): MediaQuery | null {
  const first = reader.looseWord();
  let modifier: Parts = [];
  let type: Parts = [];
  if (first !== null) {
    reader.space();
    const second = reader.looseWord();
    reader.space();
    if (second?.length === 1 && typeof second[0] === 'string' && second[0].toLowerCase() === 'and') type = first;
    else {
      if (second === null) type = first;
      else [modifier, type] = [first, second];
      if (reader.match(AND) === null) return { modifier, type, features: [] };
      reader.space();
    }
  }
  const feature = parseFeature(reader);
  if (feature === null) return first === null ? null : reader.fail('media expression');
  const features = [feature];
  reader.space();
  while (reader.match(AND) !== null) {
    reader.space();
    features.push(parseFeature(reader) ?? reader.fail('media expression'));
  }
  return { modifier, type, features };
}

/** A feature in parentheses, or a `#{}` in its place; null if there is neither. */
export function parseFeature(reader: Reader): Parts | null {
  const interpolation = reader.interpolation();
  if (interpolation !== null) {
    reader.space();
    return [interpolation];
  }
  if (!reader.take('(')) return null;
  reader.space();
  const parts: Parts = ['(', reader.expression(COMPARISONS)];
  reader.space();
  if (reader.take(':')) {
    reader.space();
    parts.push(': ', reader.expression());
  } else {
    for (let sign = reader.match(COMPARISON); sign !== null; sign = reader.match(COMPARISON)) {
      reader.space();
      parts.push(` ${sign} `, reader.expression(COMPARISONS));
      reader.space();
    }
  }
  reader.space();
  reader.expect(')');
  reader.space();
  parts.push(')');
  return parts;
}

/** A condition of `@supports`. */
export function parseCondition(reader: Reader): Condition {
  if (reader.match(NOT) !== null) {
    reader.space();
    return { kind: 'not', condition: parseConditionInParentheses(reader) };
  }
  let left = parseConditionInParentheses(reader);
  let pattern = AND_OR;
  for (let operator = reader.match(pattern); operator !== null; operator = reader.match(pattern)) {
    pattern = operator.toLowerCase() === 'and' ? AND : OR;
    reader.space();
    left = { kind: 'operator', operator, left, right: parseConditionInParentheses(reader) };
  }
  return left;
}

function parseConditionInParentheses(reader: Reader): Condition {
  const value = reader.interpolation();
  if (value !== null) {
    reader.space();
    return { kind: 'interpolation', value };
  }
  reader.expect('(');
  reader.space();
  const inner =
    reader.is('(') || reader.is('#{') || reader.looksAt(NOT_WORD) ? parseCondition(reader) : parseDeclared(reader);
  reader.space();
  reader.expect(')');
  reader.space();
  return inner;
}

/** `name: value`, without parentheses. */
export function parseDeclared(reader: Reader): Condition {
  const name = reader.expression();
  reader.space();
  reader.expect(':');
  reader.space();
  return { kind: 'declaration', name, value: reader.expression() };
}
