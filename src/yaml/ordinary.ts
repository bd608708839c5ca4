// Ordinary YAML, which js-yaml reads just as libyaml does.

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { YamlEvent } from './events.ts';

// What YAML 1.2 and 1.1 differ in, or js-yaml and libyaml: control characters, tabs, lone carriage returns, Unicode's line
// breaks; what may begin an anchor, an alias, a tag, a key or a directive; a colon or a block scalar where a line begins,
// a colon before a flow indicator; escapes that may be surrogates; markers of documents but the first.
const UNUSUAL =
  /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|(?:^|[\s,[{:-])[&*!?%@`]|(?:^|[\s,[{-]):|:[,?[\]{}]|^ *[|>]|\\[uU]|^\.\.\.|[\n ]---/m;
// Text after a closing quote, which js-yaml lets fall where it should be an error.
const TRAILING = /(?:^|[-:[{,] +)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*') *[^\s,\]}:#]/m;

/** The events of a text that js-yaml and libyaml read alike; null where that isn't certain. */
export function parseOrdinary(text: string): YamlEvent[] | null {
  // js-yaml ends a block scalar at the text's end with a line break that isn't there.
  if (!text.endsWith('\n') || UNUSUAL.test(text) || TRAILING.test(text)) return null;
  try {
    const events = parseEvents(text, {}).flatMap((event) => convert(event, text));
    // The last end is the document's.
    return events.slice(0, -1);
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

function convert(event: Event, text: string): YamlEvent[] {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const quoted = event.style !== SCALAR_STYLE.PLAIN;
      const start = event.valueStart;
      return [
        {
          type: 'scalar',
          value: getScalarValue(text, event),
          quoted,
          tag: '',
          anchor: undefined,
          start,
          end: event.valueEnd,
        },
      ];
    }
    case EVENT_ID.SEQUENCE:
      return [{ type: 'sequence', anchor: undefined, start: event.start }];
    case EVENT_ID.MAPPING:
      return [{ type: 'mapping', anchor: undefined, start: event.start }];
    case EVENT_ID.POP:
      return [{ type: 'end' }];
    default:
      return [];
  }
}
