import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { YamlEvent } from '../../src/yaml/events.ts';
import { parseStrictly } from '../../src/yaml/grammar.ts';
import { parseOrdinary } from '../../src/yaml/ordinary.ts';

// Numbers that look random and are the same every time.
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  'title: The tide tables\n',
  'tags: [sea, "the moon", \'wind\']\n',
  'date: 2020-01-02 03:04:05 +0100\n',
  'list:\n  - one\n  - two: 2\n    three: "3"\n',
  'list:\n- one\n- "two"\n',
  'text: |\n  kept\n    as it is\n\n',
  'text: >-\n  folded\n  lines\n',
  'deep:\n  deeper:\n    deepest: {a: 1, b: [c, d]}\n',
  'quote: "say \\"hi\\" twice"\n',
  "quote: 'it''s so'\n",
  'long: words that go on\n  over the line\n',
  '# a comment\n',
  'empty:\n',
  'url: https://example.org/a?b=c#d # why\n',
];
const SPLINTERS = [
  ': ',
  ' #',
  '"',
  "'",
  '\n',
  '\n  ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  ' ',
  '\\',
  '~',
  ':',
  '-',
  'é',
];

const shape = (events: readonly YamlEvent[]): string =>
  JSON.stringify(events.map((event) => (event.type === 'scalar' ? [event.value, event.quoted] : event.type)));

test('js-yaml, where it is asked, says what the strict parser says', () => {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  let asked = 0;
  for (let i = 0; i < 4000; i++) {
    let text = next() < 0.3 ? '---\n' : '';
    for (let k = 0; k < 4; k++) text += pick(PIECES);
    for (let k = 0; k < 3 && next() < 0.6; k++) {
      const at = Math.floor(next() * text.length);
      text = text.slice(0, at) + pick(SPLINTERS) + text.slice(next() < 0.3 ? at + 1 : at);
    }
    const ordinary = parseOrdinary(text);
    if (ordinary === null) continue;
    asked++;
    assert.is(shape(ordinary), shape(parseStrictly(text)), JSON.stringify(text));
  }
  assert.ok(asked > 1000, `${asked} texts were ordinary`);
});

test.run();
