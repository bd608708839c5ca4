// Evaluates media queries and the conditions of `@supports`.

import { printQueries, type StaticQuery } from './css.ts';
import { RubySassError } from './error.ts';
import { trimmed } from './lexical.ts';
import { parseQueries } from './parser.ts';
import { inspect, print } from './print-value.ts';
import type { Condition, Expression, MediaQuery, Template } from './tree.ts';
import type { Value } from './values.ts';

/** What evaluates the expressions in them. */
interface Values {
  readonly compressed: boolean;
  text(parts: Template): string;
  value(expression: Expression): Value;
}

export function queryText(queries: readonly MediaQuery[], host: Values): string {
  return printQueries(evaluateQueries(queries, host));
}

/** Queries are parsed again after interpolation, since a `#{}` may contain a whole query. */
export function evaluateQueries(queries: readonly MediaQuery[], host: Values): StaticQuery[] {
  const text = queries
    .map(({ modifier, type, features }) => {
      const head = `${host.text(modifier)}${modifier.length === 0 ? '' : ' '}${host.text(type)}`;
      const tail = features.map((feature) => host.text(feature)).join(' and ');
      return `${head}${type.length === 0 || features.length === 0 ? '' : ' and '}${tail}`;
    })
    .join(', ');
  return parseQueries(trimmed(text)).map((query) => ({
    modifier: host.text(query.modifier),
    type: host.text(query.type),
    features: query.features.map((feature) =>
      feature.map((part) => (typeof part === 'string' ? part : source(part))).join(''),
    ),
  }));
}

export function conditionText(condition: Condition, host: Values): string {
  switch (condition.kind) {
    case 'not': {
      const text = conditionText(condition.condition, host);
      const needsBrackets = condition.condition.kind === 'not' || condition.condition.kind === 'operator';
      return `not ${needsBrackets ? `(${text})` : text}`;
    }
    case 'operator': {
      const part = (side: Condition): string => {
        const text = conditionText(side, host);
        const isOther = side.kind === 'operator' && side.operator !== condition.operator;
        return side.kind === 'not' || isOther ? `(${text})` : text;
      };
      return `${part(condition.left)} ${condition.operator} ${part(condition.right)}`;
    }
    case 'declaration': {
      const name = print(host.value(condition.name), host.compressed);
      return `(${name}: ${print(host.value(condition.value), host.compressed)})`;
    }
    default:
      return print(host.value(condition.value), host.compressed, true);
  }
}

/** An expression as written in the source, for comparisons in media queries. */
function source(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return inspect(expression.value);
    case 'binary':
      return `${source(expression.left)} ${expression.operator} ${source(expression.right)}`;
    case 'unary':
      return expression.operator + source(expression.operand);
    case 'list':
      return expression.items.map(source).join(expression.separator === 'comma' ? ', ' : ' ');
    case 'call':
      return `${expression.name}(${expression.args.positional.map(source).join(', ')})`;
    case 'template':
      return expression.parts.map((part) => (typeof part === 'string' ? part : source(part))).join('');
    default:
      throw new RubySassError('Invalid media query');
  }
}
