import { EVENT_ID, type Event, getScalarValue, parseEvents as parseWithJsYaml } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseEvents } from '../../src/yaml/grammar.ts';

const TEXTS = [
  '---\ntitle: The tide tables\ndate: 2020-01-02 03:04:05 +0100\n',
  'tags: [sea, "the moon", \'wind\']\nurl: https://example.org/a?b=c#d # why\n',
  'list:\n  - one\n  - two: 2\n    three: "3"\n',
  'list:\n- one\n- "two"\nempty:\n# a comment\n',
  'text: |\n  kept\n    as it is\n\nother: >-\n  folded\n  lines\n',
  'deep:\n  deeper:\n    deepest: {a: 1, b: [c, d]}\n',
  'quote: "say \\"hi\\" twice"\nother: \'it\'\'s so\'\nlong: words that go on\n  over the line\n',
  '{"json": [1, 2.5, true, null, "text"], "more": {"a": {}}}\n',
];

function ofJsYaml(event: Event, text: string): string[] {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return [getScalarValue(text, event)];
    case EVENT_ID.SEQUENCE:
      return ['sequence'];
    case EVENT_ID.MAPPING:
      return ['mapping'];
    case EVENT_ID.POP:
      return ['end'];
    default:
      return [];
  }
}

test('js-yaml finds the same in ordinary YAML', () => {
  for (const text of TEXTS) {
    const ours: string[] = [];
    parseEvents(text, (event) => ours.push(event.type === 'scalar' ? event.value : event.type));
    // The last end is the document's.
    const theirs = parseWithJsYaml(text, {}).flatMap((event) => ofJsYaml(event, text));
    assert.equal(ours, theirs.slice(0, -1), text);
  }
});

test.run();
