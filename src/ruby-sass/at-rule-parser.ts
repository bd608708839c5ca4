// Parses at-rules, from after the name.

import { RubySassError } from './error.ts';
import { STRING, unescapeString } from './lexical.ts';
import { merged, type Parts, stripped } from './parts.ts';
import { parseCondition, parseDeclared, parseFeature, parseQueryList } from './query-parser.ts';
import type { Reader } from './reader.ts';
import { normalizeName } from './script-parser.ts';
import type { Condition, Expression, Statement } from './tree.ts';
import { quoted } from './values.ts';

/** Which statements a block may contain. */
export type Context = 'sheet' | 'block' | 'function';

/** What at-rules need from the statement parser, which in turn calls them. */
export interface Blocks {
  readonly reader: Reader;
  block(context: Context): Statement[];
  rule(selector: Parts): Statement;
}

const ELSE = /@else/y;
const NOT = /not/iy;
const OPTIONAL = /![ \t\r\n\f]*optional/iy;
const SUPPORTS_CALL = /supports\(/iy;
const URL_CALL = /url\(/iy;

type AtRule = (parser: Blocks) => Statement | Statement[];

/** Sass's own at-rules, except `@supports`, which may have a vendor prefix. */
const AT_RULES: ReadonlyMap<string, AtRule> = new Map<string, AtRule>([
  ['at-root', parseAtRoot],
  ['charset', parseCharset],
  ['content', () => ({ kind: 'content' })],
  ['debug', (parser) => parseMessage(parser, 'debug')],
  ['each', parseEach],
  ['else', parseElse],
  ['error', (parser) => parseMessage(parser, 'error')],
  ['extend', parseExtend],
  ['for', parseFor],
  ['function', parseFunction],
  ['if', (parser) => parseIf(parser, parseTest(parser))],
  ['import', parseImports],
  ['include', parseInclude],
  ['media', parseMedia],
  ['mixin', parseMixin],
  ['return', ({ reader }) => ({ kind: 'return', value: reader.expression() })],
  ['warn', (parser) => parseMessage(parser, 'warn')],
  ['while', parseWhile],
]);

/** Parses from the `@`. One `@import` can become several statements. */
export function parseAtRule(parser: Blocks): readonly Statement[] {
  const { reader } = parser;
  reader.expect('@');
  const name = reader.word();
  reader.space();
  const known = AT_RULES.get(normalizeName(name));
  if (known !== undefined) return [known(parser)].flat();
  if (name.replace(/^-[a-zA-Z0-9]+-/, '') === 'supports') {
    const condition = parseCondition(reader);
    return [{ kind: 'supports', name, condition, body: parser.block('block') }];
  }
  const value = reader.loose();
  const head = merged(value === null ? [`@${name}`] : [`@${name} `, ...stripped(value)]);
  const body = reader.is('{') ? parser.block('block') : null;
  return [{ kind: 'directive', name: `@${name}`, value: head, body }];
}

function parseMixin(parser: Blocks): Statement {
  const { reader } = parser;
  const name = normalizeName(reader.word());
  const parameters = reader.script((script) => script.parameters(false));
  reader.space();
  return { kind: 'mixin', name, parameters, body: parser.block('block') };
}

function parseFunction(parser: Blocks): Statement {
  const { reader } = parser;
  const name = normalizeName(reader.word());
  const parameters = reader.script((script) => script.parameters(true));
  reader.space();
  return { kind: 'function', name, parameters, body: parser.block('function') };
}

function parseInclude(parser: Blocks): Statement {
  const { reader } = parser;
  const name = normalizeName(reader.word());
  const args = reader.script((script) => script.includeArguments());
  reader.space();
  return { kind: 'include', name, args, body: reader.is('{') ? parser.block('block') : null };
}

function parseMessage({ reader }: Blocks, level: 'debug' | 'warn' | 'error'): Statement {
  return { kind: 'message', level, value: reader.expression() };
}

function parseTest({ reader }: Blocks): Expression {
  const test = reader.expression();
  reader.space();
  return test;
}

function parseWhile(parser: Blocks): Statement {
  const test = parseTest(parser);
  return { kind: 'while', test, body: parser.block('block') };
}

function parseElse(): never {
  throw new RubySassError('Invalid CSS: @else must come after @if');
}

function parseExtend({ reader }: Blocks): Statement {
  const selector = stripped(reader.loose() ?? reader.fail('selector'));
  const optional = reader.match(OPTIONAL) !== null;
  reader.space();
  return { kind: 'extend', selector, optional };
}

function parseMedia(parser: Blocks): Statement {
  const queries = parseQueryList(parser.reader) ?? parser.reader.fail('media query');
  return { kind: 'media', queries, body: parser.block('block') };
}

function parseCharset({ reader }: Blocks): Statement {
  if (reader.match(STRING) === null) reader.fail('string');
  reader.space();
  return { kind: 'charset' };
}

function parseFor(parser: Blocks): Statement {
  const { reader } = parser;
  reader.expect('$');
  const name = normalizeName(reader.word());
  reader.space();
  reader.expect('from');
  const from = reader.expression(['to', 'through']);
  reader.space();
  const exclusive = !reader.take('through');
  if (exclusive) reader.expect('to');
  const to = reader.expression();
  reader.space();
  return { kind: 'for', name, from, to, exclusive, body: parser.block('block') };
}

function parseEach(parser: Blocks): Statement {
  const { reader } = parser;
  const names: string[] = [];
  do {
    reader.space();
    reader.expect('$');
    names.push(normalizeName(reader.word()));
    reader.space();
  } while (reader.take(','));
  reader.expect('in');
  const list = reader.expression();
  reader.space();
  return { kind: 'each', names, list, body: parser.block('block') };
}

function parseIf(parser: Blocks, test: Expression | null): Statement {
  const { reader } = parser;
  const body = parser.block('block');
  const after = reader.at;
  let otherwise: Statement | null = null;
  reader.space();
  if (reader.match(ELSE) === null) reader.at = after;
  else {
    reader.space();
    const next = reader.take('if') ? reader.expression() : null;
    reader.space();
    otherwise = parseIf(parser, next);
  }
  return { kind: 'if', test, body, otherwise };
}

function parseImports({ reader }: Blocks): Statement[] {
  const found: Statement[] = [];
  do {
    reader.space();
    if (reader.looksAt(URL_CALL)) {
      const uri = reader.script((parser) => parser.string());
      found.push(parseCssImport(reader, uri));
      continue;
    }
    const text = reader.match(STRING) ?? reader.fail('file to import (string or url())');
    const path = unescapeString(text.slice(1, -1));
    reader.space();
    const css = parseCssImport(reader, { kind: 'literal', value: quoted(path) });
    const isCss = css.kind === 'css-import' && (css.queries !== null || css.supports !== null);
    if (isCss || /^(?:https?:)?\/\//.test(path)) found.push(css);
    else found.push({ kind: 'import', name: path.trim() });
  } while (reader.take(','));
  return found;
}

export function parseCssImport(reader: Reader, uri: Expression): Statement {
  reader.space();
  let supports: Condition | null = null;
  if (reader.match(SUPPORTS_CALL) !== null) {
    reader.space();
    supports =
      reader.looksAt(NOT) || reader.is('(') || reader.is('#{') ? parseCondition(reader) : parseDeclared(reader);
    reader.space();
    reader.expect(')');
  }
  reader.space();
  return { kind: 'css-import', uri, supports, queries: parseQueryList(reader) };
}

function parseAtRoot(parser: Blocks): Statement {
  const { reader } = parser;
  if (reader.is('(')) {
    const query = parseFeature(reader);
    return { kind: 'at-root', query, body: parser.block('block') };
  }
  const selector = reader.loose();
  if (selector !== null) return { kind: 'at-root', query: null, body: [parser.rule(selector)] };
  return { kind: 'at-root', query: null, body: parser.block('sheet') };
}
