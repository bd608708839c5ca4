import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Random } from '../../scripts/diff/random.ts';
import { replaceText } from '../../src/liquid/filters/replacement.ts';
import { editOf, MarkupText } from '../../src/liquid/tags/markup-text.ts';

const LETTERS = [' ', '<', '/', 'a', 'b', '>'];

const chance = (random: Random, length: number): string =>
  Array.from({ length }, () => LETTERS[random.below(LETTERS.length)]).join('');

test('edits in pieces give the same result as the replacements in turn', () => {
  const random = new Random(4);
  let edits = 0;
  let found = 0;
  for (let n = 0; n < 12_000; n++) {
    let plain = chance(random, 5 + random.below(60));
    const text = new MarkupText(plain);
    for (let turn = 0; turn < 12; turn++) {
      // A part of the text, and a part of that: longer patterns are found, too.
      const part = plain.slice(random.below(plain.length)).slice(0, 2 + random.below(9));
      const pattern = random.below(2) === 0 ? part : chance(random, 1 + random.below(4));
      const replacement =
        random.below(2) === 0 ? pattern.slice(random.below(2)).slice(0, -1) : chance(random, random.below(5));
      const edit = editOf(pattern, replacement);
      if (edit === null) continue;
      edits++;
      const before = plain;
      plain = replaceText(plain, pattern, replacement, true);
      text.replace(edit);
      if (plain !== before) found++;
      // Reading it in between changes nothing.
      if (random.below(2) === 0) assert.is(text.toLiquid(), plain);
      assert.is(text.length, plain.length);
    }
    assert.is(text.toLiquid(), plain);
  }
  assert.ok(edits > 2000 && found > 400, `${edits} edits, ${found} of which found something`);
});

test("without markup in the middle it doesn't apply", () => {
  for (const [pattern, replacement] of [
    ['a', '<a'],
    ['<a', 'a'],
    ['<a<b', '<a'],
    ['<', '<a'],
    ['</', '</a'],
    ['<a', '<\\0'],
  ] as const) {
    assert.is(editOf(pattern, replacement), null, `${pattern} by ${replacement}`);
  }
});

test.run();
