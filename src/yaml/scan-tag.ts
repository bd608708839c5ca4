// Tags and directives, as libyaml 0.2.5 scans them. Jekyll has no use for either, but a wrong one is an error.

import { type Cursor, isBlankOrEnd, isBreakOrEnd, isSpaceOrTab, YamlFault } from './cursor.ts';

const WORD = /^[\w-]$/;
const URI = /^[\w\-;/?:@&=+$.!~*'()%]$/;
const VERBATIM_URI = /^[\w\-;/?:@&=+$.!~*'()%,[\]]$/;

/** A tag: `!x`, `!!x`, `!handle!x`, `!<uri>` or `!`. Gives it with `!!` written out. */
export function scanTag(cursor: Cursor, inFlow: boolean): string {
  const start = cursor.mark();
  const fault = (problem: string): YamlFault => new YamlFault(problem, 'while scanning a tag', start, cursor.mark());
  const scanUri = (allowed: RegExp): string => {
    const from = cursor.offset;
    while (allowed.test(cursor.peek())) {
      if (cursor.peek() === '%' && !/^%[0-9a-fA-F]{2}$/.test(cursor.text.slice(cursor.offset, cursor.offset + 3))) {
        throw new YamlFault('did not find URI escaped octet', 'while parsing a tag', start, cursor.mark());
      }
      cursor.skip();
    }
    return cursor.text.slice(from, cursor.offset);
  };
  let tag: string;
  if (cursor.peek(1) === '<') {
    cursor.skip(2);
    tag = scanUri(VERBATIM_URI);
    if (tag === '') throw new YamlFault('did not find expected tag URI', 'while parsing a tag', start, cursor.mark());
    if (cursor.peek() !== '>') throw fault("did not find the expected '>'");
    cursor.skip();
  } else {
    const from = cursor.offset;
    cursor.skip();
    while (WORD.test(cursor.peek())) cursor.skip();
    if (cursor.peek() === '!') cursor.skip();
    const handle = cursor.text.slice(from, cursor.offset);
    const suffix = scanUri(URI);
    if (handle.length > 1 && handle.endsWith('!') && suffix === '') {
      throw new YamlFault('did not find expected tag URI', 'while parsing a tag', start, cursor.mark());
    }
    if (handle.length > 2 && handle.endsWith('!')) {
      throw new YamlFault('found undefined tag handle', 'while parsing a node', start, cursor.mark());
    }
    tag = handle === '!!' ? `tag:yaml.org,2002:${suffix}` : handle + suffix;
  }
  if (!(inFlow && cursor.peek() === ',') && !isBlankOrEnd(cursor.peek())) {
    throw fault('did not find expected whitespace or line break');
  }
  return tag;
}

/** A directive's line; gives its name. */
export function scanDirective(cursor: Cursor): string {
  const start = cursor.mark();
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while scanning a directive', start, cursor.mark());
  cursor.skip();
  const from = cursor.offset;
  while (WORD.test(cursor.peek())) cursor.skip();
  const name = cursor.text.slice(from, cursor.offset);
  if (name === '') throw fault('could not find expected directive name');
  if (!isBlankOrEnd(cursor.peek())) throw fault('found unexpected non-alphabetical character');
  if (name !== 'YAML' && name !== 'TAG') throw fault('found unknown directive name');
  const valueFrom = cursor.offset;
  while (!isBreakOrEnd(cursor.peek()) && !(cursor.peek() === '#' && isSpaceOrTab(cursor.peek(-1)))) cursor.next();
  const value = cursor.text.slice(valueFrom, cursor.offset).trim();
  if (name === 'YAML' && !/^\d{1,9}\.\d{1,9}$/.test(value)) {
    throw new YamlFault(
      'did not find expected version number',
      'while scanning a %YAML directive',
      start,
      cursor.mark(),
    );
  }
  while (!isBreakOrEnd(cursor.peek())) cursor.next();
  return name;
}
