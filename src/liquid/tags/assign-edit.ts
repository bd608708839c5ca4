// Speeds up `{% assign text = text | replace: "a", "b" | replace: "c", "d" %}` in a loop: the string is kept in pieces,
// so that each replacement only looks where a match is possible (markup-text.ts).

import { toS } from '../../ruby/to-s.ts';
import type { TagCompiler } from '../compile/environment.ts';
import type { Evaluate } from '../compile/expression.ts';
import { replaceFilter } from '../filters/text.ts';
import type { Context } from '../runtime/context.ts';
import type { Variable } from '../syntax/tree.ts';
import { type Edit, editOf, MarkupText } from './markup-text.ts';

/** Shorter strings are just as fast without it. */
const LEAST = 1000;

/** Performs the assignment, or returns false to leave it to the caller. Null if the tag never qualifies. */
export function compileEdit(
  name: string,
  { name: input, filters }: Variable,
  compiler: TagCompiler,
): ((context: Context) => boolean) | null {
  if (input?.kind !== 'lookup' || input.name !== name || input.steps.length > 0 || filters.length === 0) return null;
  const replacements: [pattern: Evaluate, replacement: Evaluate][] = [];
  for (const { name: filter, args, keywords } of filters) {
    const [pattern, replacement] = args;
    if (compiler.env.filters.get(filter) !== replaceFilter || args.length !== 2 || keywords !== null) return null;
    replacements.push([compiler.expression(pattern!), compiler.expression(replacement!)]);
  }
  return (context) => {
    if (context.loops.length === 0) return false;
    const value = context.outermost(name);
    if (!(value instanceof MarkupText) && (typeof value !== 'string' || value.length < LEAST)) return false;
    const edits: Edit[] = [];
    for (const [pattern, replacement] of replacements) {
      const edit = editOf(toS(pattern(context)), toS(replacement(context)));
      if (edit === null) return false;
      edits.push(edit);
    }
    let text = value;
    if (typeof text === 'string') {
      text = new MarkupText(text);
      context.assign(name, text);
    }
    for (const edit of edits) {
      text.replace(edit);
      if (text.length > context.limits.length) context.limits.exceedLength();
    }
    return true;
  };
}
