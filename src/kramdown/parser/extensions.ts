// `{:…}`: attribute lists and their definitions, and the extensions comment, nomarkdown and options.

import { chomp } from '../characters.ts';
import type { AttributeList, Category, EndOfBlock } from '../element.ts';
import { ialOf, newAttributeList } from '../element.ts';
import { KramdownError } from '../error.ts';
import type { KramdownOptions } from '../options.ts';
import { isOption, readOption } from '../options.ts';
import type { Source } from '../source.ts';
import { forget } from './attempts.ts';
import { attributeNameEnd, blockIalEnd, contentEnd, parseAttributeList } from './attribute-list.ts';
import { restIsBlank, skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct, SpanConstruct } from './tables.ts';

/** Any of these at the start of a line. */
function parseBlockExtensions(parser: Parser): boolean {
  const { src } = parser;
  const start = skipIndent(src.text, src.pos);
  if (!src.text.startsWith('{:', start)) return false;
  if (parseDefinition(parser, start)) return true;
  const tag = extensionTagAt(parser, start, true);
  return tag ? parseExtension(parser, tag, 'block') : parseBlockIal(parser, start);
}

// {:name: attributes}
function parseDefinition(parser: Parser, start: number): boolean {
  const { src } = parser;
  const { text } = src;
  const nameStop = attributeNameEnd(text, start + 2);
  if (nameStop < 0 || text.charCodeAt(nameStop) !== 58) return false;
  const content = nameStop + 1;
  const brace = contentEnd(src, content, (at) => at > content && restIsBlank(text, at + 1));
  if (brace < 0) return false;
  const name = text.slice(start + 2, nameStop);
  let list = parser.definitions.get(name);
  if (!list) {
    list = newAttributeList();
    parser.definitions.set(name, list);
  }
  parseAttributeList(parser, text.slice(content, brace), list);
  parser.append(parser.makeBlock('eob', 'ald', null));
  src.pos = src.lineEnd(brace);
  return true;
}

const ATTACHES: ReadonlySet<EndOfBlock> = new Set<EndOfBlock>(['link_def', 'abbrev_def', 'footnote_def']);

// Applies to the block before or, if there is none, to the next block.
function parseBlockIal(parser: Parser, start: number): boolean {
  const { src, tree } = parser;
  const brace = blockIalEnd(src, src.pos);
  if (brace < 0) return false;
  const content = src.text.slice(start + 2, brace);
  const end = src.lineEnd(brace);
  const last = tree.children[tree.children.length - 1];
  if (last && last.type !== 'blank' && (last.type !== 'eob' || ATTACHES.has(last.value))) {
    parseAttributeList(parser, content, ialOf(last));
    src.pos = end;
    if (blockIalEnd(src, end) < 0) parser.append(parser.makeBlock('eob', 'ial', null));
  } else {
    parser.blockIal ??= newAttributeList();
    parseAttributeList(parser, content, parser.blockIal);
    src.pos = end;
  }
  return true;
}

interface ExtensionTag {
  readonly name: string;
  readonly content: string;
  /** `{:/name}` or `{:/}`. */
  readonly stops: boolean;
  /** `{::name /}`. */
  readonly closed: boolean;
  readonly end: number;
}

/** The extension tag at a `{:`. For a block, nothing else may follow it on the line. */
function extensionTagAt(parser: Parser, start: number, block: boolean): ExtensionTag | null {
  const { src } = parser;
  const { text } = src;
  const ends = (brace: number) => !block || restIsBlank(text, brace + 1);
  const behind = (brace: number) => (block ? src.lineEnd(brace) : brace + 1);
  const c = text.charCodeAt(start + 2);
  if (c === 47) {
    const nameStop = attributeNameEnd(text, start + 3);
    const brace = nameStop < 0 ? start + 3 : nameStop;
    if (text.charCodeAt(brace) !== 125 || !ends(brace)) return null;
    return { name: text.slice(start + 3, brace), content: '', stops: true, closed: false, end: behind(brace) };
  }
  if (c !== 58) return null;
  const nameMatch = src.testAt(NAME, start + 3) ? NAME.lastIndex : -1;
  if (nameMatch < 0) return null;
  const name = text.slice(start + 3, nameMatch);
  const next = text.charCodeAt(nameMatch);
  if (next === 32 || (next >= 9 && next <= 13)) {
    const brace = contentEnd(src, nameMatch + 1, ends);
    if (brace < 0) return null;
    const closed = brace > nameMatch + 1 && text.charCodeAt(brace - 1) === 47;
    const content = text.slice(nameMatch + 1, closed ? brace - 1 : brace);
    return { name, content, stops: false, closed, end: behind(brace) };
  }
  const brace = next === 47 ? nameMatch + 1 : nameMatch;
  if (text.charCodeAt(brace) !== 125 || !ends(brace)) return null;
  return { name, content: '', stops: false, closed: next === 47, end: behind(brace) };
}

const NAME = /\w+/y;

// Returns false, with a warning, if this isn't an extension; within text, its first character then becomes text.
function parseExtension(parser: Parser, tag: ExtensionTag, category: Category): boolean {
  const { src } = parser;
  const { pos, text } = src;
  const refuse = (message: string) => {
    parser.warn(`${message} - ignoring it`, pos);
    src.pos = pos;
    if (category === 'span') parser.addCharacter();
    return false;
  };
  // kramdown takes a block-level `{:/}` for an extension without a name.
  if (tag.stops && (category === 'span' || tag.name !== ''))
    return refuse(`Invalid extension stop tag ${tag.name === '' ? '' : `for '${tag.name}' `}found`);
  const list = newAttributeList();
  parseAttributeList(parser, tag.content, list);
  src.pos = tag.end;
  let body: string | null = null;
  if (!tag.closed) {
    // The stop tag may omit the name.
    const stop = stopTagFrom(src, tag.end, tag.name, category);
    if (!stop) return refuse(`No stop tag for extension '${tag.name}' found`);
    body = text.slice(tag.end, stop.start);
    if (category === 'block') body = chomp(body);
    src.pos = stop.end;
  }
  if (handleExtension(parser, tag.name, list, body, category, pos)) return true;
  return refuse(`Invalid extension with name '${tag.name}' specified`);
}

// A block's stop tag stands alone on a line; only spaces may follow it.
const STOPS = { block: /(?<![^\n]) {0,3}\{:\/(\w*)\} *?\n/g, span: /\{:\/(\w*)\}/g };

interface StopTag {
  readonly start: number;
  readonly end: number;
}

/** A source's stop tags by name, in order. */
type StopTags = Partial<Record<Category, Map<string, StopTag[]>>>;

/** The next stop tag with this name or without a name. */
function stopTagFrom(src: Source, from: number, name: string, category: Category): StopTag | null {
  const all = (src.stopTags ??= {}) as StopTags;
  let tags = all[category];
  if (!tags) {
    tags = new Map();
    for (const match of src.text.matchAll(STOPS[category])) {
      const same = tags.get(match[1]!);
      const tag = { start: match.index, end: match.index + match[0].length };
      if (same) same.push(tag);
      else tags.set(match[1]!, [tag]);
    }
    all[category] = tags;
  }
  const named = firstFrom(tags.get(name), from);
  const nameless = firstFrom(tags.get(''), from);
  return named && nameless ? (named.start < nameless.start ? named : nameless) : (named ?? nameless);
}

function firstFrom(tags: readonly StopTag[] | undefined, from: number): StopTag | null {
  if (!tags) return null;
  let low = 0;
  for (let high = tags.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (tags[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return tags[low] ?? null;
}

function handleExtension(
  parser: Parser,
  name: string,
  list: AttributeList,
  body: string | null,
  category: Category,
  at: number,
): boolean {
  switch (name) {
    case 'comment':
      if (body !== null) parser.append(parser.make('comment', body, { category }, at));
      return true;
    case 'nomarkdown':
      if (body !== null) parser.append(parser.make('raw', body, { category, formats: formats(list) }, at));
      return true;
    case 'options':
      setOptions(parser, list);
      if (category === 'block') parser.append(parser.makeBlock('eob', 'extension', null, at));
      return true;
  }
  return false;
}

function formats(list: AttributeList): string[] {
  const names = (list.attributes.get('type') ?? '').split(/[ \t\r\n\f\v]+/);
  while (names.length > 0 && names[names.length - 1] === '') names.pop();
  return names;
}

/** The options that affect how spans are parsed. */
const OF_SPANS: ReadonlySet<string> = new Set<keyof KramdownOptions>(['parseSpanHtml', 'htmlToNative']);
/** The maximum number of characters that may be parsed again because attempts have set options. */
const MOST_REREAD = 2 ** 24;

// What was learned about the text no longer holds, so attempts parse it again, as in kramdown.
function changeReading(parser: Parser): void {
  if (parser.attempts > 0) parser.reread += parser.src.text.length;
  if (parser.reread > MOST_REREAD) throw new KramdownError('Options are set too often after unclosed markup');
  parser.effects++;
  forget(parser.src);
}

function setOptions(parser: Parser, list: AttributeList): void {
  const { options } = parser;
  if (list.refs) parser.warn("Unknown kramdown option 'refs'");
  for (const [name, value] of list.attributes) {
    if (!isOption(name, options.version)) parser.warn(`Unknown kramdown option '${name}'`);
    else if (options.forbiddenInlineOptions.includes(name) || name === 'forbidden_inline_options') {
      parser.warn(`Option ${name} may not be set inline`);
    } else {
      try {
        const read = readOption(name, value);
        if (isSet(parser.options, read) && isSet(parser.inlineOptions, read)) continue;
        Object.assign(options, read);
        Object.assign(parser.inlineOptions, read);
        if (Object.keys(read).some((key) => OF_SPANS.has(key))) changeReading(parser);
      } catch (error) {
        // kramdown silently ignores an invalid value, except for `template`, on which it fails later.
        if (!(error instanceof KramdownError) || name === 'template') throw error;
      }
    }
  }
}

// Setting an option to its current value doesn't invalidate what was learned.
function isSet(options: Partial<KramdownOptions>, read: Partial<KramdownOptions>): boolean {
  return Object.entries(read).every(([key, value]) => (options as Record<string, unknown>)[key] === value);
}

/** Any of these within text. */
function parseSpanExtensions(parser: Parser): boolean {
  const { src, tree } = parser;
  const { text, pos } = src;
  if (text.charCodeAt(pos + 1) !== 58) return false;
  const tag = extensionTagAt(parser, pos, false);
  if (tag) {
    parseExtension(parser, tag, 'span');
    return true;
  }
  const last = tree.children[tree.children.length - 1];
  if (!last || last.type === 'text') {
    if (src.find('}', pos + 2) > pos + 2) parser.warn('Found span IAL after text - ignoring it');
    parser.addCharacter();
    return true;
  }
  const brace = contentEnd(src, pos + 2, (at) => at > pos + 2);
  if (brace < 0) {
    parser.addCharacter();
    return true;
  }
  const list = newAttributeList();
  parseAttributeList(parser, text.slice(pos + 2, brace), list);
  src.pos = brace + 1;
  if (last.ial) parser.effects++;
  parser.mergeIal(last, list);
  parser.applyAttributes(last, list);
  return true;
}

export const BLOCK_EXTENSIONS: BlockConstruct<Parser> = {
  name: 'block_extensions',
  starts: '{',
  parse: parseBlockExtensions,
};

export const SPAN_EXTENSIONS: SpanConstruct<Parser> = {
  name: 'span_extensions',
  starts: '{',
  finds: { '{': (text, at) => (text.charAt(at + 1) === ':' ? at : -1) },
  parse: parseSpanExtensions,
};
