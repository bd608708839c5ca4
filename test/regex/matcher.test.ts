import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lexerSource } from '../../src/build/on-demand.ts';
import { languagesOf } from '../../src/highlight/registry.ts';
import { rougeVersion } from '../../src/highlight/versions.ts';
import { Matcher } from '../../src/regex/matcher.ts';
import { programOf } from '../../src/regex/program.ts';
import { RulePattern } from '../../src/regex/rule-pattern.ts';
import { canScan, parse } from '../../src/regex/syntax.ts';
import { translate } from '../../src/regex/translate.ts';
import { parseCases } from '../cases.ts';

const matcherOf = (source: string, flags: string, text: string) => new Matcher(programOf(source, flags), flags, text);
const plain = (match: RegExpExecArray | null) => match && { at: match.index, groups: Array.from(match) };

/** Compares with JavaScript's own matches at every position of a string, with one matcher for all of them. */
function assertSame(source: string, flags: string, text: string): void {
  const matcher = matcherOf(source, flags, text);
  const own = new RegExp(source, flags);
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) {
    own.lastIndex = at;
    assert.equal(plain(matcher.exec(at)), plain(own.exec(text)), `/${source}/${flags} at ${at} of ${text}`);
  }
}

test('the same matches and groups as JavaScript’s own', () => {
  for (const [source, text] of [
    ['(a|ab)(c|bcd)(d*)', 'abcd abccd'],
    ['(?:(a)|b)*c', 'aabc babc bac'],
    ['(?:(a)|(b))+?(?=c|b)', 'abbc aab'],
    ['(a*)*b|a', 'aaab aac'],
    ['(a?)??b', 'ab b aab'],
    ['(?:a{2,3}|b{0,2}){1,3}?c', 'aaabbc aabc bbbc c'],
    ['(?=(a+))a*b\\1', 'aaabaaa baaab'],
    ['(?!(a)b)[ab](?!c)', 'abac aab'],
    ['(?:a(?!(b)c)|a)b', 'abc abd'],
    ['(`+)[^`]*?\\1(?!`)', '``a`` `b``c`'],
    ['"(?:[^"\\\\]|\\\\[^])*"|"[^\\n]*', '"a\\"b" "c\nd"e"f'],
    ['\\bif\\b|\\Bx', 'if ifx xx'],
    ['^a|a$|(?<=a)b|(?<!a)c', 'abcac aba'],
    ['[^\\W\\d]+(?:\\.\\w+)*\\s*\\(', 'a.b.c (x a.b. f9('],
    ['', 'a'],
  ] as const)
    assertSame(source, 'y', text);
  assertSame('[\\p{L}😀]+(?=·)|(?<=😀)é|[^a]', 'uy', 'é😀· 😀é 😀a');
  assertSame('(select|kelvin)\\s+\\1|[ſk]', 'iuy', 'SELECT select kelvin KELVIN ſ K');
});

for (const rouge of ['3.30.0', '4.7.0'] as const) {
  test(`the same as JavaScript's own for the rules of every lexer of Rouge ${rouge}`, () => {
    let compared = 0;
    for (const { tag, file: lexer } of new Set(languagesOf(rougeVersion(rouge)).values())) {
      const file = new URL(`../highlight/cases/${tag}.txt`, import.meta.url);
      if (!existsSync(file)) continue;
      const [sample] = parseCases(readFileSync(file, 'utf8')).cases;
      const text = sample!.parts
        .get('code')!
        .slice(0, 40)
        .replace(/[\ud800-\udbff]$/, '');
      for (const rules of Object.values(lexerSource.lexer(lexer).states(rougeVersion(rouge))))
        for (const rule of rules) {
          if (typeof rule === 'string') continue;
          const { source, flags } = translate(rule[0], /^[\x00-\x7f]*$/.test(text));
          assertSame(source, flags, text);
          compared++;
        }
    }
    assert.ok(compared > 5000, `${compared} rules`);
  });
}

test("what has failed once isn't tried again", () => {
  const n = 3000;
  for (const [source, piece] of [
    ['/\\*[^]*?\\*/', '/* '],
    ['\\w+\\s*=', 'a'],
    ['(\\w+)(\\s*)(=)|(\\w+)(\\s*):', 'a'],
    ['[-a-z$]+\\s*:', '$'],
    ['\\s*--+\\s+[^\\n]*?(?=\\n|$)(?<!-)x', '--'],
    ['"(?:[^"\\\\]|\\\\[^])*"', '"\\'],
    ['r(#*)"[^]*?"\\1', 'r#"'],
    ['(?!a*b)a', 'a'],
    ['(?:a+)+b', 'a'],
  ] as const) {
    const text = piece.repeat(n / piece.length);
    const matcher = matcherOf(source, 'y', text);
    let steps = 0;
    for (let at = 0; at < n; at++) {
      matcher.exec(at);
      steps += matcher.steps;
    }
    assert.ok(steps < 40 * n, `/${source}/: ${steps} steps for ${n} characters`);
  }
});

test('which patterns can look at much text for a short match', () => {
  const scans = (source: string) => canScan(parse(source).whole);
  for (const source of ['\\w+', 'a\\s*', '"[^"]*', '(?:\\w+|\\s)+', 'a{2,5}b', 'a*b*', '#[^\\n]*(?:)'])
    assert.not(scans(source), source);
  for (const source of ['\\w+a', '\\w*(?=b)', '(?:a*b)*', '(?=a+)', 'x(?!a*)', 'a*b+c', '(\\w+|b)c'])
    assert.ok(scans(source), source);
});

test('a rule’s pattern gives the same answer in either engine', () => {
  const text = `${'x '.repeat(2000)}${'(a b '.repeat(1500)}(a b) ${'y(z)'.repeat(200)}`;
  const pattern = new RulePattern('\\((\\w) ([^)\\n]*)\\)', 'y');
  const own = /\((\w) ([^)\n]*)\)/y;
  for (let at = 0; at < text.length; at++) {
    own.lastIndex = at;
    const expected = own.exec(text);
    assert.equal(plain(pattern.exec(text, at)), plain(expected));
    assert.is(pattern.end(text, at), expected === null ? -1 : at + expected[0].length);
  }
});

test('an ambiguous pattern is matched with memory from the first attempt on, even in short code', () => {
  const text = '/**/'.repeat(40);
  const pattern = new RulePattern('(?:/\\*[^]*?\\*/)*;', 'y', true);
  assert.is(pattern.end(text, 0), -1);
  assert.is(pattern.end(`${text};`, 0), text.length + 1);
});

test('another text starts afresh', () => {
  const pattern = new RulePattern('/\\*[^]*?\\*/', 'y');
  const open = '/* '.repeat(2000);
  for (let at = 0; at < open.length; at++) assert.is(pattern.end(open, at), -1);
  assert.is(pattern.end(`${open}*/`, 0), open.length + 2);
  assert.is(pattern.end('/* */', 0), 5);
  assert.is(pattern.end(open, 2), -1);
});

test.run();
