/**
 * Compares our highlighting with Rouge's on code that is cut, joined and mutated from samples.
 *
 *   REFERENCE="path/to/reference" tsx scripts/diff/highlight.ts --language python,ruby [--rouge 3|4] [--count 500]
 *     [--seed 1] [--folder DIR]… [--whole] [--show 3]
 *
 * REFERENCE is a command that runs `exec PROFILE ruby FILE` in a stack that has Rouge; one process serves the run.
 * Samples are the gem's own demo of the language, our fixtures, and each folder's files: a file DIR/LANGUAGE.txt or
 * DIR/LANGUAGE/*, where form feeds part one sample from the next. `--whole` compares the samples as they are first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createHighlighter, type Highlighter, LexerNotLoaded } from '../../src/highlight/index.ts';
import { Reference } from './rouge-reference.ts';

/** A small generator of repeatable numbers (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const SPLINTERS = [
  '"',
  "'",
  '`',
  '/',
  '\\',
  '#',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  ':',
  ';',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '=',
  '-',
  '--',
  '.',
  ',',
  '?',
  '!',
  '@',
  '$',
  '%',
  '&',
  '*',
  '+',
  '|',
  '~',
  '^',
  '_',
  '0',
  '1e5',
  '0x1F',
  '3.14',
  'a',
  'é',
  '–',
  '日本',
  '😀',
  '\r\n',
  '\\n',
  '//',
  '/*',
  '*/',
  '<!--',
  '-->',
  '{{',
  '}}',
  '{%',
  '%}',
  '"""',
  "'''",
  '${',
  '#{',
  '=>',
  '::',
  '...',
];

function mutate(samples: readonly string[], random: (below: number) => number): string {
  const pick = () => samples[random(samples.length)]!;
  const lines = pick().split('\n');
  const start = random(lines.length);
  let code = lines.slice(start, start + 1 + random(12)).join('\n');
  if (random(3) === 0) {
    const other = pick().split('\n');
    const from = random(other.length);
    code += (random(2) ? '\n' : '') + other.slice(from, from + 1 + random(6)).join('\n');
  }
  for (let times = random(5); times > 0; times--) {
    const at = random(code.length + 1);
    const kind = random(5);
    if (kind === 0) code = code.slice(0, at) + code.slice(at + 1 + random(4));
    else if (kind === 1) code = code.slice(0, at) + code.slice(at, at + 1 + random(10)) + code.slice(at);
    else if (kind === 2) code = code.slice(0, at);
    else code = code.slice(0, at) + SPLINTERS[random(SPLINTERS.length)]! + code.slice(at);
  }
  return code.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

async function ours(highlighter: Highlighter, code: string, language: string): Promise<string | null> {
  for (;;) {
    try {
      return highlighter.html(code, language);
    } catch (error) {
      if (error instanceof LexerNotLoaded) await highlighter.load([error.language]);
      else return `error: ${(error as Error).message}`;
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      rouge: { type: 'string', default: '3' },
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string', multiple: true, default: [] },
      whole: { type: 'boolean', default: false },
      show: { type: 'string', default: '3' },
    },
  });
  const later = values.rouge === '4';
  const reference = new Reference(later ? '4.7.0' : '3.30.0');
  const highlighter = createHighlighter(later ? '4.7.0' : '3.30.0');

  const differs = async (code: string, language: string): Promise<[string | null, string | null] | null> => {
    const answer = await reference.ask({ code, language });
    // Rouge itself takes exponential time here and there: then there is nothing to compare with.
    if (answer.error?.startsWith('Timeout::Error')) return null;
    const mine = await ours(highlighter, code, language);
    if (answer.error !== undefined) return mine?.startsWith('error: ') ? null : [answer.error, mine];
    return mine === answer.html ? null : [answer.html!, mine];
  };

  for (const language of values.language!.split(',')) {
    await highlighter.load([language]);
    if (!highlighter.known(language)) {
      console.log(`${language}: no lexer`);
      continue;
    }
    const demos = (await reference.ask({ ask: 'samples', language })).samples!;
    const more = values.folder.flatMap((folder) => samplesIn(folder, language));
    const fixtures = fixtureCodes(language);
    const samples = [...demos, ...fixtures, ...more].filter((sample) => sample.trim() !== '');
    let shown = 0;
    const show = async (label: string, code: string, first: [string | null, string | null]): Promise<void> => {
      if (shown++ >= Number(values.show)) return;
      const small = await shrink(code, async (text) => (await differs(text, language)) !== null);
      const [theirs, mine] = (await differs(small, language)) ?? first;
      console.log(
        `--- ${language} (${label}): ${JSON.stringify(small)}\n  rouge ${JSON.stringify(theirs)}\n  ours  ${JSON.stringify(mine)}`,
      );
    };
    let wholeBad = 0;
    if (values.whole) {
      for (const code of samples) {
        const pair = await differs(code, language);
        if (pair === null) continue;
        wholeBad++;
        await show('whole', code, pair);
      }
    }
    const random = randomFrom(Number(values.seed));
    let bad = 0;
    const count = samples.length === 0 ? 0 : Number(values.count);
    for (let i = 0; i < count; i++) {
      const code = mutate(samples, random);
      const pair = await differs(code, language);
      if (pair === null) continue;
      bad++;
      await show(`mutation ${i}`, code, pair);
    }
    const whole = values.whole ? `${samples.length - wholeBad}/${samples.length} samples, ` : '';
    console.log(`${language}: ${whole}${count - bad}/${count} mutations identical`);
  }
  reference.end();
}

function samplesIn(folder: string, language: string): string[] {
  const file = join(folder, `${language}.txt`);
  const texts: string[] = [];
  if (existsSync(file)) texts.push(readFileSync(file, 'utf8'));
  const inner = join(folder, language);
  if (existsSync(inner)) for (const name of readdirSync(inner)) texts.push(readFileSync(join(inner, name), 'utf8'));
  return texts.flatMap((text) => text.split('\f'));
}

function fixtureCodes(language: string): string[] {
  const file = fileURLToPath(new URL(`../../test/highlight/fixtures/${language}.json`, import.meta.url));
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { code: string }[]).map(({ code }) => code);
}

/** The smallest piece that still differs: leaves out ever smaller stretches as long as that goes. */
async function shrink(code: string, bad: (code: string) => Promise<boolean>): Promise<string> {
  let budget = 400;
  let chars = Array.from(code);
  for (let size = Math.ceil(chars.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < chars.length; ) {
      const less = [...chars.slice(0, at), ...chars.slice(at + size)];
      if (budget-- <= 0) return chars.join('');
      if (less.length > 0 && (await bad(less.join('')))) chars = less;
      else at += size;
    }
  }
  return chars.join('');
}

await main();
