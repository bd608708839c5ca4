// {% for %} (Liquid 4.0.4, For).

import { truthy } from '../../ruby/truth.ts';
import { RubyRange, type Value } from '../../ruby/values.ts';
import { flatten } from '../../text/flatten.ts';
import type { TagCompiler, TagDefinition } from '../compile/environment.ts';
import type { Context, Render } from '../runtime/context.ts';
import { toCount } from '../runtime/convert.ts';
import { items } from '../runtime/lookup.ts';
import { ForloopDrop } from '../runtime/loop-drops.ts';
import { MarkupError } from '../syntax/lexer.ts';
import { newBody, type TagParser } from '../syntax/parser.ts';
import { ATTRIBUTE, FRAGMENT, SPACE } from '../syntax/patterns.ts';
import { StrictParser } from '../syntax/strict-parser.ts';
import type { Body, ForTag } from '../syntax/tree.ts';

type Head = Pick<ForTag, 'variable' | 'name' | 'collection' | 'reversed' | 'limit' | 'offset'>;

/** `{% for item in collection reversed limit:n offset:n %}…{% else %}…{% endfor %}` */
export const forTag: TagDefinition<ForTag> = {
  parse(markup, parser) {
    const head = parser.switching(
      markup,
      () => parseStrictly(markup, parser),
      () => parseLaxly(markup, parser),
    );
    const body = newBody();
    let otherwise: Body | null = null;
    const unknown = parser.fill(body);
    if (unknown !== null) {
      if (unknown.name !== 'else') throw parser.unexpected(unknown);
      otherwise = newBody();
      // A second else ends the loop, as in Ruby: the last body wins, and what follows belongs to the enclosing block.
      const second = parser.fill(otherwise);
      if (second !== null) {
        if (second.name !== 'else') throw parser.unexpected(second);
        otherwise = newBody();
      }
    }
    return { kind: 'for', ...head, body, otherwise, blank: parser.blank, block: true };
  },

  compile(tag, compiler) {
    const segmentOf = compileSegment(tag, compiler);
    const render = compileItems(tag, compiler.text(tag.body));
    const otherwise = tag.otherwise === null ? null : compiler.body(tag.otherwise);
    return (context) => {
      const segment = segmentOf(context);
      if (segment.length === 0 && otherwise !== null) return otherwise(context);
      const text = segment.length === 0 ? '' : render(segment, context);
      return text;
    };
  },
};

const SYNTAX = new RegExp(`^([\\w-]+)${SPACE}+in${SPACE}+((?:${FRAGMENT})+)${SPACE}*(reversed)?`);
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g');

function parseLaxly(markup: string, parser: TagParser): Head {
  const match = SYNTAX.exec(markup);
  if (match === null) throw new MarkupError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]");
  const head = newHead(match[1]!, match[2]!, match[3] !== undefined, parser);
  for (const [, key, value] of markup.matchAll(ATTRIBUTES)) setAttribute(head, key!, value!, parser);
  return head;
}

function parseStrictly(markup: string, parser: TagParser): Head {
  const words = new StrictParser(markup);
  const variable = words.consume('id');
  if (!words.acceptId('in')) throw new MarkupError("For loops require an 'in' clause");
  const collection = words.expression();
  const head = newHead(variable, collection, words.acceptId('reversed'), parser);
  while (words.look('id') && words.look('colon', 1)) {
    const key = words.acceptId('limit') ? 'limit' : words.acceptId('offset') ? 'offset' : null;
    if (key === null) {
      throw new MarkupError('Invalid attribute in for loop. Valid attributes are limit and offset');
    }
    words.consume('colon');
    setAttribute(head, key, words.expression(), parser);
  }
  words.consume('end_of_string');
  return head;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const newHead = (variable: string, collection: string, reversed: boolean, parser: TagParser): Mutable<Head> => ({
  variable,
  name: `${variable}-${collection}`,
  collection: parser.expression(collection),
  reversed,
  limit: null,
  offset: null,
});

function setAttribute(head: Mutable<Head>, key: string, markup: string, parser: TagParser): void {
  if (key === 'limit') head.limit = parser.expression(markup);
  else if (key === 'offset') head.offset = markup === 'continue' ? 'continue' : parser.expression(markup);
}

/** The items of a collection between offset and limit; a string is a single item. */
export function slice(collection: Value, from: number, to: number | null): readonly Value[] {
  if (typeof collection === 'string') return collection === '' ? [] : [collection];
  const all = items(collection instanceof RubyRange ? part(collection, from, to) : collection);
  if (all === null) return [];
  if (collection instanceof RubyRange) return all;
  if (from <= 0 && to === null) return all;
  return all.slice(Math.max(from, 0), to === null ? undefined : Math.max(to, 0));
}

/** The needed part of a range, so that a long one isn't expanded. */
function part(range: RubyRange, from: number, to: number | null): RubyRange {
  const start = range.at(Math.max(from, 0));
  const end = to === null ? range.last : range.at(Math.max(to, 0) - 1);
  const isLonger = end > range.last;
  return new RubyRange(start, isLonger ? range.last : end);
}

function compileSegment(tag: ForTag, compiler: TagCompiler): (context: Context) => readonly Value[] {
  const { name, reversed } = tag;
  const offset = tag.offset === null || tag.offset === 'continue' ? tag.offset : compiler.expression(tag.offset);
  const collection = compiler.expression(tag.collection);
  const limit = tag.limit === null ? null : compiler.expression(tag.limit);
  return (context) => {
    const { offsets } = context.state;
    const from = offset === null ? 0 : offset === 'continue' ? (offsets.get(name) ?? 0) : toCount(offset(context));
    const items = collection(context);
    const most = limit === null ? null : limit(context);
    let segment = slice(items, from, truthy(most) ? toCount(most) + from : null);
    context.limits.work(segment.length);
    if (reversed) segment = segment.toReversed();
    offsets.set(name, from + segment.length);
    return segment;
  };
}

/** A loop's output is flattened each time it has grown by this many characters. */
const CHUNK = 16_000;

function compileItems(
  { name, variable }: ForTag,
  render: Render,
): (items: readonly Value[], context: Context) => string {
  return (items, context) => {
    const { loops, interrupts, variables, limits } = context;
    const scope = context.enter();
    // The collection may grow during the loop, as in Ruby; the loop uses its earlier items.
    const { length } = items;
    const loop = new ForloopDrop(name, length, loops[loops.length - 1] ?? null);
    loops.push(loop);
    context.set('forloop', loop);
    context.set(variable, items[0]!);
    let done = '';
    let text = '';
    for (let i = 0; i < length; i++) {
      limits.tick();
      variables.set(variable, items[i]!);
      text += render(context);
      if (text.length > CHUNK) {
        done += flatten(text);
        text = '';
      }
      if (done.length + text.length > limits.length) limits.exceedLength();
      loop.position++;
      if (interrupts.length > 0 && interrupts.pop() === 'break') break;
    }
    loops.pop();
    context.leave(scope);
    return done + text;
  };
}
