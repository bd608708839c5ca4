// Makes test/kramdown/fixtures/cases.json with the real kramdown, or checks that it is what the real one writes.
//
//   REFERENCE=COMMAND npm run goldens -- [--write] kramdown
//
// Each construct of scripts/diff/kramdown-documents.ts alone, in GFM and in kramdown's own dialect, random documents made of
// them, random documents in HTML, and what the differential runs and the hostile texts have shown (cases below).

import { readFileSync, writeFileSync } from 'node:fs';
import { htmlDocument } from '../diff/html-documents.ts';
import { type KramdownAnswer, withoutLine } from '../diff/kramdown-answer.ts';
import {
  BLOCKS,
  JEKYLL,
  type KramdownCase,
  pick,
  Random,
  randomDocument,
  randomOptions,
  SPANS,
} from '../diff/kramdown-documents.ts';
import { Grammar } from '../diff/kramdown-grammar.ts';
import { Reference } from '../diff/reference.ts';
import { KNOWN_TRAPS, KNOWN_TRAPS_WITH_OPTIONS } from './kramdown-traps.ts';

interface Golden extends KramdownCase {
  version: '2.4.0' | '2.5.2';
  html?: string;
  /** What kramdown warns of, without the lines that it names. */
  warnings?: string[];
  fails?: boolean;
}

const reference = process.env.REFERENCE;
if (!reference) throw new Error('Set REFERENCE to the command that runs the real Jekyll.');
const path = new URL('../../test/kramdown/fixtures/cases.json', import.meta.url);

const DEFINITIONS = [
  '',
  '[ref]: http://example.com/r "Ref"',
  '[^1]: A note.',
  '[^long]: A note.\n\n    With more.',
  '*[HTML]: Hyper Text',
  '{:ald: .from-ald}',
].join('\n\n');

function cases(): Golden[] {
  const list: Golden[] = [];
  const kramdown = { ...JEKYLL, input: 'kramdown' };
  const markdown = { ...JEKYLL, input: 'markdown' };
  for (const version of ['2.4.0', '2.5.2'] as const) {
    for (const text of BLOCKS) {
      list.push({ version, text: `${text}\n`, options: JEKYLL });
      list.push({ version, text: `before\n${text}\nafter\n\n- ${text.replaceAll('\n', '\n  ')}\n`, options: JEKYLL });
      if (version === '2.4.0') list.push({ version, text: `before\n\n${text}\n\nafter\n`, options: kramdown });
      if (version === '2.5.2') list.push({ version, text: `before\n${text}\n{:.c}\nafter\n`, options: markdown });
    }
    for (const text of SPANS) list.push({ version, text: `a ${text} b\n\n${text}${DEFINITIONS}\n`, options: JEKYLL });
    for (const text of KNOWN_TRAPS) list.push({ version, text, options: JEKYLL });
    for (let seed = 1; seed <= 150; seed++) {
      const random = new Random(seed * 7919);
      const one = { version, text: randomDocument(random), ...randomOptions(random, version) };
      list.push(one.ascii ? { ...one, text: one.text.replace(/[^\0-\x7f]/g, 'x') } : one);
    }
    for (let seed = 1; seed <= 120; seed++) {
      const random = new Random(seed * 104_729);
      const one = { version, text: new Grammar(random).document(), ...randomOptions(random, version) };
      list.push(one.ascii ? { ...one, text: one.text.replace(/[^\0-\x7f]/g, 'x') } : one);
    }
    for (let seed = 1; seed <= 60; seed++) {
      const text = htmlDocument(new Random(seed * 15_485_863));
      list.push({ version, text, options: { ...JEKYLL, input: 'html' } });
    }
    for (const [text, options] of KNOWN_TRAPS_WITH_OPTIONS)
      list.push({ version, text, options: { ...JEKYLL, ...options } });
    const smart = new Random(1);
    for (let n = 0; n < 30; n++)
      list.push({ version, text: `${pick(smart, SPANS)} ${pick(smart, SPANS)}`, options: JEKYLL, smartify: true });
  }
  return list;
}

const gems = {
  '2.4.0': new Reference<KramdownCase, KramdownAnswer>(reference, 'github-pages', 'kramdown.rb'),
  '2.5.2': new Reference<KramdownCase, KramdownAnswer>(reference, 'jekyll-4', 'kramdown.rb'),
};

async function answer({ version, text, options, ascii, smartify }: Golden): Promise<Golden> {
  const { html, warnings } = await gems[version].ask({
    text,
    options,
    ascii: ascii ?? false,
    smartify: smartify ?? false,
  });
  return {
    version,
    text,
    options,
    ...(ascii && { ascii }),
    ...(smartify && { smartify }),
    ...(html === undefined ? { fails: true } : { html }),
    ...(warnings && warnings.length > 0 && { warnings: [...new Set(warnings.map(withoutLine))].sort() }),
  };
}

const check = !process.argv.includes('--write');
const before: Golden[] = check ? JSON.parse(readFileSync(path, 'utf8')) : cases();
const after = await Promise.all(before.map(answer));
for (const gem of Object.values(gems)) gem.close();
if (check) {
  const wrong = after.filter((golden, i) => JSON.stringify(golden) !== JSON.stringify(before[i]));
  for (const { version, text, html } of wrong)
    console.log(`${version} ${JSON.stringify(text)}\n  the reference writes ${JSON.stringify(html)}`);
  console.log(`${after.length} goldens, ${wrong.length} wrong`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  writeFileSync(path, `[\n${after.map((golden) => JSON.stringify(golden)).join(',\n')}\n]\n`);
  console.log(`${after.length} goldens written`);
}
