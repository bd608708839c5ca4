// Parses the indented syntax as Ruby Sass 3.7.4 does: one statement per line, which contains the lines indented below
// it.

import { RubySassError } from './error.ts';
import { type BlockLine, parseIndentedAtRule, parseIndentedInclude, parseIndentedMixin } from './indented-at-rules.ts';
import { parseIndentedComment } from './indented-comment.ts';
import { type Line, readLines } from './indented-lines.ts';
import { FLAG, IDENTIFIER, LOUD_COMMENT } from './lexical.ts';
import { type Parts, stripped } from './parts.ts';
import type { Style } from './print.ts';
import { parseScript, Reader } from './reader.ts';
import { normalizeName } from './script-parser.ts';
import { parseTemplate } from './template-parser.ts';
import type { Statement } from './tree.ts';
import { unquoted } from './values.ts';

type Rule = Extract<Statement, { kind: 'rule' }>;

const HACK = /[:*.]|#(?!\{)/y;
const COLON = /\s*:(?:\s+|$)/y;
const CUSTOM_COLON = /\s*:/y;
const COLON_AND_SPACE = /\s*:\s*/y;
const TRAILING_COMMENT = /\s*(?:\/\*(?:[^*]|\*+[^/*])*\*+\/|\/\/.*)/y;
const OLD_PROPERTY = /^:([^\s=:"]+)\s*(?:\s+|$)(.*)/;

/** Throws a RubySassError. */
export const parseIndented = (source: string, style: Style): readonly Statement[] =>
  parseLines(readLines(source), style === 'compressed');

function parseLines(lines: readonly Line[], compressed: boolean): Statement[] {
  const body: Statement[] = [];
  /** Selector lines that end with a comma: they continue in the next rule, or are dropped. */
  let before: Rule | null = null;
  for (const line of lines) {
    const found = parseLine({ ...line, body: parseLines(line.children, compressed), compressed }, body.at(-1));
    const first = found[0];
    if (first?.kind !== 'rule') before = null;
    else {
      const rule: Rule = before === null ? first : joined(before, first);
      const last = first.selector.at(-1);
      const goesOn = typeof last === 'string' && last.endsWith(',') && first.body.length === 0;
      before = goesOn ? rule : null;
      if (!goesOn) body.push(rule);
      continue;
    }
    body.push(...found);
  }
  return body;
}

const joined = (before: Rule, rule: Rule): Rule => ({
  ...rule,
  selector: stripped([...before.selector, '\n', ...rule.selector]),
});

/** One `@import` can become several statements; `@else` is added to the previous statement instead. */
function parseLine(line: BlockLine, previous: Statement | undefined): readonly Statement[] {
  const { text } = line;
  const second = text[1];
  switch (text[0]) {
    case ':':
      return [second === ':' ? rule(line, parseTemplate(text)) : oldProperty(line)];
    case '$':
      return [variable(line)];
    case '/':
      return [second === '/' || second === '*' ? parseIndentedComment(line) : rule(line, parseTemplate(text))];
    case '@':
      return parseIndentedAtRule(line, previous);
    case '\\':
      return [rule(line, parseTemplate(text.slice(1)))];
    case '=':
      return [parseIndentedMixin(line, text.slice(1))];
    case '+':
      return [
        second === undefined || second === ' '
          ? rule(line, parseTemplate(text))
          : parseIndentedInclude(line, text.slice(1)),
      ];
    default:
      return [propertyOrRule(line)];
  }
}

const rule = ({ body }: BlockLine, selector: Parts): Rule => ({
  kind: 'rule',
  selector: stripped(selector),
  isLine: body.length === 0,
  body,
});

function oldProperty(line: BlockLine): Statement {
  const found = OLD_PROPERTY.exec(line.text);
  if (found === null) throw new RubySassError(`Invalid property: "${line.text}".`);
  return property(line, found[1]!, found[2]!);
}

function propertyOrRule(line: BlockLine): Statement {
  const { text } = line;
  const reader = new Reader(text);
  const hack = reader.match(HACK) ?? '';
  const word = reader.looseWord();
  if (word === null) return rule(line, parseTemplate(text));
  reader.match(LOUD_COMMENT);
  const name = text.slice(0, reader.at);
  if (reader.match(name.startsWith('--') ? CUSTOM_COLON : COLON) !== null) {
    return property(line, name, text.slice(reader.at));
  }
  const comment = reader.match(TRAILING_COMMENT);
  const found = rule(line, [hack, ...word, ...parseTemplate(text.slice(reader.at))]);
  if (comment === null) return found;
  return { ...found, isLine: false, body: [{ kind: 'silent-comment', body: found.body }, ...found.body] };
}

function property(line: BlockLine, name: string, text: string): Statement {
  const isCustom = name.startsWith('--');
  if (isCustom && line.children.length > 0) {
    throw new RubySassError('Illegal nesting: Nothing may be nested beneath custom properties.');
  }
  const value = isCustom ? customValue(text) : text.trim() === '' ? null : parseScript(text, line.compressed);
  if (value === null && line.children.length === 0) {
    throw new RubySassError(`Invalid property: "${line.text}" (no value).`);
  }
  return {
    kind: 'declaration',
    name: stripped(parseTemplate(name)),
    value: value ?? { kind: 'literal', value: unquoted('') },
    body: line.body,
  };
}

function customValue(text: string): Parts {
  const reader = new Reader(text);
  const value = reader.raw(true);
  if (text === '' || !reader.isAtEnd) reader.fail('"}"');
  return value;
}

function variable({ text, children, compressed }: BlockLine): Statement {
  if (children.length > 0) {
    throw new RubySassError('Illegal nesting: Nothing may be nested beneath variable declarations.');
  }
  const reader = new Reader(text);
  reader.expect('$');
  const name = reader.looksAt(IDENTIFIER) ? reader.word() : null;
  if (name === null || reader.match(COLON_AND_SPACE) === null) throw new RubySassError(`Invalid variable: "${text}".`);
  const { value, flags } = withoutFlags(text.slice(reader.at));
  const unknown = flags.find((flag) => flag !== '!default' && flag !== '!global');
  if (unknown !== undefined) throw new RubySassError(`Invalid flag "${unknown}".`);
  return {
    kind: 'variable',
    name: normalizeName(name),
    value: parseScript(value, compressed),
    isDefault: flags.includes('!default'),
    isGlobal: flags.includes('!global'),
  };
}

/** Flags are at the end of the line, separated by white space. */
function withoutFlags(text: string): { readonly value: string; readonly flags: readonly string[] } {
  let start = text.length;
  let end = 0;
  for (const found of text.matchAll(FLAG)) {
    if (!/^\s+$/.test(text.slice(end, found.index))) start = found.index;
    end = found.index + found[0].length;
  }
  if (end < text.length) start = text.length;
  return {
    value: text.slice(0, start),
    flags: text
      .slice(start)
      .split(/\s+/)
      .filter((flag) => flag !== ''),
  };
}
