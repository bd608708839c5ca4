// Syntax errors as psych words them, with the place where the author should look and what to do there.

import { placeOf, type YamlFault } from './cursor.ts';

export interface SyntaxError {
  /** psych's, without `(<unknown>): `: `did not find expected key while parsing a block mapping at line 3 column 1`. */
  readonly message: string;
  /** Offsets in the YAML text. psych names where a construct began; this is where it went wrong. */
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
}

export function describeFault(text: string, fault: YamlFault): SyntaxError {
  const { line, column } = placeOf(text, fault.mark);
  const message = `${fault.message} at line ${line} column ${column}`;
  const start = Math.min(
    BEGAN_WRONG.test(fault.message) || fault.at >= text.length ? fault.mark : fault.at,
    text.length,
  );
  const end = Math.max(start, Math.min(start + 1, text.length));
  return { message, start, end, hint: hintFor(fault, text, start) };
}

// What is wrong from its beginning on: a quote that isn't closed, a line without a colon.
const BEGAN_WRONG = /while scanning (?:a quoted scalar|a simple key|an alias|an anchor|a tag)$/;

const TABS = 'Indent with spaces: YAML does not allow tabs there.';

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /^mapping values are not allowed/,
    'Put quotes around a value that holds a colon and a space: `title: "One: two"`. If this is a key, line it up with the keys above.',
  ],
  [/found a tab character/, TABS],
  [/end of stream while scanning a quoted/, 'The quote that opens here is never closed.'],
  [/document indicator while scanning a quoted/, 'The quote that opens here is not closed before the line of dashes.'],
  [
    /unknown escape|hexdecimal|Unicode character escape/,
    'In double quotes a backslash starts an escape. Use single quotes, or write two backslashes.',
  ],
  [/^could not find expected ':'/, 'A line here must be `key: value`. Is there a space after the colon?'],
  [
    /^did not find expected key/,
    'Line this up with the keys above. If it follows a closing quote, double the quote inside the value or use the other kind.',
  ],
  [/^did not find expected '-'/, 'Line this up with the dashes above.'],
  [/^block sequence entries/, 'Start a list on the line after its key, or write `[a, b]`.'],
  [/^mapping keys are not allowed/, 'Put quotes around a value that starts with a question mark.'],
  [
    /flow sequence$/,
    'Close the list with `]`, and put commas between its items and quotes around those that hold one.',
  ],
  [/flow mapping$/, 'Close the mapping with `}`, and put commas between its pairs.'],
  [/an alias$/, 'Put quotes around a value that starts with an asterisk.'],
  [/an anchor$/, 'Put quotes around a value that starts with an ampersand.'],
  [/a tag$|tag handle/, 'Put quotes around a value that starts with an exclamation mark.'],
  [/block scalar$/, 'Start the text on the line after the `|` or `>`.'],
  [/^found unexpected ':'|node content/, 'Put quotes around this value.'],
  [/^control characters/, 'Remove the invisible character; it often comes with text that is copied from elsewhere.'],
];

const SURROGATE =
  'Unlike JSON, YAML has no pairs of escapes for one character. Write the character itself: in Python, `json.dumps(data, ensure_ascii=False)`.';
const COMMENT = 'JSON and YAML do not allow comments that start with slashes: remove them, or start them with `#`.';
const BRACKET =
  'Put quotes around the whole value: one that starts with a bracket is a list or a mapping, and ends with it.';

function hintFor({ message, mark }: YamlFault, text: string, start: number): string | undefined {
  const character = text.charAt(start);
  if (message.startsWith('found character that cannot start')) {
    return character === '\t'
      ? TABS
      : `Put quotes around a value that starts with ${character === '`' ? 'a backtick' : `\`${character}\``}.`;
  }
  if (message.startsWith('found invalid Unicode') && /^\\u[dD]/.test(text.slice(start))) return SURROGATE;
  if (/while parsing a flow/.test(message) && /^[ \t]*\/[/*]/m.test(text.slice(mark, start))) return COMMENT;
  if (message.startsWith('did not find expected key') && /[\]}][ \t]*$/.test(text.slice(mark, start))) return BRACKET;
  return HINTS.find(([pattern]) => pattern.test(message))?.[1];
}
