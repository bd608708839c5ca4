// At-rules of the indented syntax: unlike in SCSS, they end with the line, and white space separates name and value.

import { parseCssImport } from './at-rule-parser.ts';
import { RubySassError } from './error.ts';
import type { Line } from './indented-lines.ts';
import { IDENTIFIER, STRING, unescapeString } from './lexical.ts';
import { merged } from './parts.ts';
import { parseCondition, parseFeature, parseQueryList } from './query-parser.ts';
import { parseScript, Reader } from './reader.ts';
import { normalizeName, type ScriptParser } from './script-parser.ts';
import { parseTemplate } from './template-parser.ts';
import type { Expression, Statement } from './tree.ts';
import { unquoted } from './values.ts';

const SPACE = /\s*/y;
const COMMA = /,\s*/y;
const COMMA_BETWEEN = /\s*,/y;
const IN = /\s+in\s+/y;
const URL_CALL = /url\(/iy;
const PATH = /[^,;]+/y;

/** A line with the statements below it. */
export interface BlockLine extends Line {
  readonly body: Statement[];
  /** Whether numbers are read as the compressed style prints them. (Ruby Sass only does so in the indented syntax.) */
  readonly compressed: boolean;
}

type AtRule = (line: BlockLine, value: string) => Statement | Statement[];

const AT_RULES: ReadonlyMap<string, AtRule> = new Map<string, AtRule>([
  ['at-root', parseAtRoot],
  ['charset', parseCharset],
  ['content', parseContent],
  ['debug', (line, value) => ({ kind: 'message', level: 'debug', value: alone(line, value) })],
  ['each', parseEach],
  ['error', (line, value) => ({ kind: 'message', level: 'error', value: alone(line, value) })],
  ['extend', parseExtend],
  ['for', parseFor],
  ['function', parseFunction],
  ['if', (line, value) => parseIf(line, parseScript(value, line.compressed))],
  ['import', parseImports],
  ['include', parseIndentedInclude],
  ['media', parseMedia],
  ['mixin', parseIndentedMixin],
  ['return', (line, value) => ({ kind: 'return', value: alone(line, value) })],
  ['warn', (line, value) => ({ kind: 'message', level: 'warn', value: alone(line, value) })],
  ['while', (line, value) => ({ kind: 'while', test: parseScript(value, line.compressed), body: line.body })],
]);

/** @param previous the previous statement, for `@else` */
export function parseIndentedAtRule(line: BlockLine, previous: Statement | undefined): readonly Statement[] {
  const [, name, gap, value] = /^@(\S*)(\s*)(.*)$/s.exec(line.text)!;
  if (name === '' && gap === '') throw new RubySassError("Invalid directive: '@'.");
  const known = normalizeName(name!);
  if (known === 'else') {
    addElse(line, value!, previous);
    return [];
  }
  const parse = AT_RULES.get(known);
  if (parse !== undefined) return [parse(line, value!)].flat();
  if (name!.replace(/^-[a-zA-Z0-9]+-/, '') === 'supports') {
    const condition = whole(value!, parseCondition, 'supports condition');
    return [{ kind: 'supports', name: name!, condition, body: line.body }];
  }
  const head = merged(gap === '' ? [`@${name}`] : [`@${name} `, ...parseTemplate(value!)]);
  return [{ kind: 'directive', name: `@${name}`, value: head, body: blockOf(line) }];
}

export function parseIndentedMixin(line: BlockLine, text: string): Statement {
  const [name, rest] = named(text);
  const parameters = scriptOf(line, rest, (script) => script.parameters(false));
  return { kind: 'mixin', name, parameters, body: line.body };
}

export function parseIndentedInclude(line: BlockLine, text: string): Statement {
  const [name, rest] = named(text);
  const args = scriptOf(line, rest, (script) => script.includeArguments());
  return { kind: 'include', name, args, body: blockOf(line) };
}

function parseFunction(line: BlockLine, text: string): Statement {
  const [name, rest] = named(text);
  const parameters = scriptOf(line, rest, (script) => script.parameters(true));
  return { kind: 'function', name, parameters, body: line.body };
}

/** Null if there are no lines below. */
const blockOf = ({ body }: BlockLine): Statement[] | null => (body.length === 0 ? null : body);

function endsHere(line: BlockLine): void {
  if (line.children.length > 0) {
    throw new RubySassError(`Illegal nesting: Nothing may be nested beneath "${line.text}".`);
  }
}

function alone(line: BlockLine, value: string): Expression {
  endsHere(line);
  return parseScript(value, line.compressed);
}

/** Parses all of `text` with `read`. */
function whole<T>(text: string, read: (reader: Reader) => T | null, expected: string, compressed = false): T {
  const reader = new Reader(text, compressed);
  const found = read(reader) ?? reader.fail(expected);
  reader.end(expected);
  return found;
}

const scriptOf = <T>(line: BlockLine, text: string, read: (script: ScriptParser) => T): T =>
  whole(text, (reader) => reader.script(read), 'end of line', line.compressed);

function named(text: string): readonly [name: string, rest: string] {
  const reader = new Reader(text);
  reader.match(SPACE);
  const name = normalizeName(reader.word());
  return [name, text.slice(reader.at).trim()];
}

function variableName(text: string): string {
  const reader = new Reader(text);
  reader.expect('$');
  if (!reader.looksAt(IDENTIFIER)) throw new RubySassError(`Invalid variable "${text}".`);
  const name = normalizeName(reader.word());
  if (!reader.isAtEnd) throw new RubySassError(`Invalid variable "${text}".`);
  return name;
}

function addElse(line: BlockLine, value: string, previous: Statement | undefined): void {
  if (previous?.kind !== 'if') throw new RubySassError('@else must come after @if.');
  const test = /^if\s+(.+)/.exec(value);
  if (value !== '' && test === null) throw new RubySassError(`Invalid else directive '@else ${value}'.`);
  let last = previous;
  while (last.otherwise?.kind === 'if') last = last.otherwise;
  last.otherwise = parseIf(line, test === null ? null : parseScript(test[1]!, line.compressed));
}

function parseIf(line: BlockLine, test: Expression | null): Statement {
  return { kind: 'if', test, body: line.body, otherwise: null };
}

function parseFor(line: BlockLine, value: string): Statement {
  const found = /^(\S+)\s+from\s+(\S.*)\s(to|through)\s+(\S.*)$/.exec(value);
  if (found === null) throw new RubySassError(`Invalid for directive '@for ${value}'.`);
  return {
    kind: 'for',
    name: variableName(found[1]!),
    from: parseScript(found[2]!, line.compressed),
    to: parseScript(found[4]!, line.compressed),
    exclusive: found[3] === 'to',
    body: line.body,
  };
}

function parseEach(line: BlockLine, value: string): Statement {
  const reader = new Reader(value);
  const names: string[] = [];
  do {
    reader.match(SPACE);
    reader.expect('$');
    names.push(normalizeName(reader.word()));
  } while (reader.match(COMMA_BETWEEN) !== null);
  if (reader.match(IN) === null) throw new RubySassError(`Invalid each directive '@each ${value}'.`);
  return { kind: 'each', names, list: parseScript(value.slice(reader.at), line.compressed), body: line.body };
}

function parseExtend(line: BlockLine, value: string): Statement {
  endsHere(line);
  const selector = value.replace(/\s![ \t\r\n\f]*optional$/i, '');
  return { kind: 'extend', selector: parseTemplate(selector), optional: selector !== value };
}

function parseCharset(line: BlockLine, value: string): Statement {
  if (!/^(["']).*\1$/.test(value)) throw new RubySassError("Invalid charset directive '@charset': expected string.");
  endsHere(line);
  return { kind: 'charset' };
}

function parseContent(line: BlockLine, value: string): Statement {
  if (value !== '') throw new RubySassError(`Invalid content directive. Trailing characters found: "${value}".`);
  endsHere(line);
  return { kind: 'content' };
}

function parseMedia(line: BlockLine, value: string): Statement {
  const queries = whole(value, parseQueryList, 'media query list');
  return { kind: 'media', queries, body: line.body };
}

function parseAtRoot(line: BlockLine, value: string): Statement {
  const { body } = line;
  if (value === '') return { kind: 'at-root', query: null, body };
  if (value.startsWith('(')) return { kind: 'at-root', query: whole(value, parseFeature, '@at-root query'), body };
  return { kind: 'at-root', query: null, body: [{ kind: 'rule', selector: parseTemplate(value), body }] };
}

function parseImports(line: BlockLine, value: string): Statement[] {
  endsHere(line);
  const reader = new Reader(value);
  const found: Statement[] = [];
  do found.push(parseImport(reader));
  while (reader.match(COMMA) !== null);
  if (!reader.isAtEnd) reader.fail('end of line');
  return found;
}

function parseImport(reader: Reader): Statement {
  if (reader.looksAt(URL_CALL)) {
    const found = parseCssImport(
      reader,
      reader.script((script) => script.string()),
    );
    if (!reader.isAtEnd) reader.fail('media query list');
    return found;
  }
  const text = reader.match(STRING);
  if (text === null) return { kind: 'import', name: reader.match(PATH) ?? reader.fail('file to import') };
  const path = unescapeString(text.slice(1, -1));
  const uri: Expression = { kind: 'literal', value: unquoted(text) };
  reader.match(SPACE);
  if (!reader.isAtEnd && !reader.is(',') && !reader.is(';')) {
    const queries = parseQueryList(reader);
    if (queries === null || !reader.isAtEnd) reader.fail('media query list');
    return { kind: 'css-import', uri, supports: null, queries };
  }
  if (/^(?:https?:)?\/\//.test(path)) return { kind: 'css-import', uri, supports: null, queries: null };
  return { kind: 'import', name: path };
}
