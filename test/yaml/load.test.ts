import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { keySpan, loadYaml, loadYamlFile } from '../../src/yaml/load.ts';
import { filesOf, testQuestions } from '../questions.ts';
import { typed } from '../ruby/typed.ts';

const cases = new URL('cases/', import.meta.url);
testQuestions(cases, filesOf(cases), { yaml: (_, text: string) => typed(loadYaml({ path: 'x.yml', text })) });

function fault(text: string, options?: { offset?: number; text?: string }): BuildError['diagnostic'] {
  try {
    loadYaml({ path: 'x.md', text }, options);
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostic;
    throw error;
  }
  throw new Error('no error');
}

test('an error has its place in the whole file', () => {
  const text = 'first line\n---\ntitle: One: two\n---\ntext';
  const { code, message, span, hint } = fault(text, { offset: 11, text: '---\ntitle: One: two\n' });
  assert.is(code, 'yaml-syntax');
  assert.is(message, 'mapping values are not allowed in this context at line 2 column 11');
  assert.is(text.slice(span!.start - 3, span!.end), 'One:');
  assert.match(hint!, 'quotes');
});

test('a quote that is never closed is shown where it opens', () => {
  const text = 'a: 1\nb: "open\nc: 2\n';
  const { span } = fault(text);
  assert.is(span!.start, text.indexOf('"'));
});

test('a bracket that is never closed is shown where it opens', () => {
  const text = 'a: [b, c\n';
  assert.is(fault(text).span!.start, text.indexOf('['));
});

test('a tab has its own hint', () => {
  assert.match(fault('a:\n\tb: 1\n').hint!, 'tab');
  assert.match(fault('a: @x\n').hint!, '`@`');
});

test('libyaml reads 16 KiB at a time: a control character counts only once its piece is read', () => {
  const long = 'x'.repeat(16400);
  const load = (text: string) => loadYaml({ path: 'x.yml', text });
  assert.equal(load(`a: b\n---\n${long}\u0001`), new Map([['a', 'b']]));
  assert.is(fault(`a: b\n---\n\u0001`).message, 'control characters are not allowed at line 1 column 1');
  assert.match(fault(`a: @\n${long}\u0001`).message, 'found character that cannot start any token');
  assert.is(fault(`[ ${long}\u0001`).message, 'control characters are not allowed at line 1 column 1');
});

test('an invalid byte, too, counts only once libyaml has read its piece', () => {
  const long = 'x'.repeat(16400);
  const load = (text: string) => loadYamlFile(Buffer.from(text, 'latin1'), 'x.yml');
  const refused = (text: string): Diagnostic => {
    try {
      load(text);
    } catch (error) {
      return (error as BuildError).diagnostic;
    }
    throw new Error('accepted');
  };
  assert.equal(load(`a: b\n---\n${long}\xff`), new Map([['a', 'b']]));
  assert.match(refused(`a: @\n${long}\xff`).message, 'found character that cannot start any token');
  assert.is(refused('a: @\n\xff').code, 'not-utf-8');
  const { code, message, span } = refused(`a: b\nc: \xe9t\xe9\n`);
  assert.is(code, 'not-utf-8');
  assert.is(message, 'The file is not valid UTF-8');
  assert.is(span!.start, 8);
});

test('half a character at the end of a file only counts where libyaml looks for what follows', () => {
  // Answers of SafeYAML.load_file.
  const half = (text: string) => loadYamlFile(Buffer.concat([Buffer.from(text), Buffer.of(0xc2)]), 'x.yml');
  const code = (text: string): string => {
    try {
      half(text);
    } catch (error) {
      return (error as BuildError).diagnostic.code;
    }
    return 'accepted';
  };
  assert.is(code('a: b\n[\n   ]'), 'yaml-syntax');
  assert.is(code("''...\n%x:"), 'not-utf-8');
  assert.is(code('<<: a'), 'not-utf-8');
  assert.is(code('!a%c3x '), 'not-utf-8');
});

test('half a surrogate pair, as JSON may write it, has its own hint', () => {
  const text = '{"a": "x \\ud83d\\ude00"}\n';
  const { message, span, hint } = fault(text);
  assert.is(message, 'found invalid Unicode character escape code while parsing a quoted scalar at line 1 column 7');
  assert.is(span!.start, text.indexOf('\\u'));
  assert.match(hint!, 'ensure_ascii=False');
  assert.match(fault('"C:\\users"\n').hint!, 'single quotes');
});

test('deep collections stop at a limit, not with the stack', () => {
  for (const text of ['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(100_000), '? '.repeat(100_000)]) {
    assert.match(fault(text).message, 'found more than 1000 levels at line 1 column');
  }
});

test('an alias repeats its collection without a copy', () => {
  const doubled = (times: number): string => {
    let text = 'a0: &a0 [x, x]\n';
    for (let i = 1; i <= times; i++) text += `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`;
    return text;
  };
  const value = loadYaml({ path: 'x.yml', text: doubled(18) }) as Map<string, unknown[]>;
  assert.is(value.get('a18')![0], value.get('a18')![1]);
  const { code, message, span } = fault(doubled(60));
  assert.is(code, 'yaml-value');
  assert.is(message, 'aliases repeat more than 10000000 values');
  assert.is(span!.source.text.slice(span!.start, span!.end), '*a20');
});

test("errors that Ruby raises while it makes values aren't syntax errors", () => {
  const text = 'a: 1\nb: ._5\n';
  const { code, message, span } = fault(text);
  assert.is(code, 'yaml-value');
  assert.is(message, 'invalid value for Float(): "._5"');
  assert.is(text.slice(span!.start, span!.end), '._5');
});

test('the span of a top-level key', () => {
  const text = '---\na: {date: 1}\nlist:\n  - date: 2\n"date": 3\n---\n';
  const span = keySpan({ path: 'x.md', text }, ['date'], { offset: 0 });
  assert.is(span!.start, text.indexOf('"date"'));
  assert.is(keySpan({ path: 'x.md', text }, ['title']), null);
});

test.run();
