import type { LexerDefinition, Lexing, States } from '../lexer.ts';
import { rx } from '../rx.ts';

/** Indentation, in spaces. */
interface Memory {
  /** The columns of the open collections, outermost first. */
  readonly open: number[];
  /** The current column. */
  column: number;
  /** The column of the current block scalar, once it is known. */
  scalar: number | null;
}

type Yaml = Lexing<Memory>;

function startDocument({ memory }: Yaml): void {
  memory.open.length = 0;
  memory.open.push(0);
  memory.column = 0;
  memory.scalar = null;
}

function current({ open }: Memory): number {
  return open[open.length - 1]!;
}

/** Closes the collections that are deeper than the line; returns the valid indentation, and the surplus. */
function indent({ memory }: Yaml, spaces: string): [string, string] {
  memory.column = spaces.length;
  if (memory.column >= current(memory)) return [spaces, ''];
  while (memory.column < current(memory)) memory.open.pop();
  return [spaces.slice(0, current(memory)), spaces.slice(current(memory))];
}

/** Starts a collection at the current column, if that is deeper than the enclosing collection. */
function collect({ memory }: Yaml): void {
  if (current(memory) < memory.column) memory.open.push(memory.column);
}

function directive(state: string): (lexing: Yaml) => void {
  return (lexing) => {
    lexing.token('nt');
    startDocument(lexing);
    lexing.push(state);
  };
}

function scalarLine(lexing: Yaml): void {
  const { memory, text } = lexing;
  lexing.token('');
  const limit = memory.scalar ?? current(memory);
  memory.scalar ??= text.length;
  if (text.length >= limit) return;
  indent(lexing, text);
  lexing.goto('indentation');
}

function scalarHeader(lexing: Yaml): void {
  const { memory, text } = lexing;
  memory.scalar = null;
  lexing.goto('ignored');
  if (text === '') return;
  // Rouge reads a sign alone as 0.
  memory.scalar = current(memory) + (Number.parseInt(text, 10) || 0);
  lexing.token('pi');
}

function key(token: 'na' | 'kr'): (lexing: Yaml) => void {
  return (lexing) => {
    lexing.groups(token, 'pi');
    collect(lexing);
  };
}

const ANCHOR = '[\\p{L}\\p{Nl}\\p{Nd}_-]+';
const PLAIN_START = '[^ \\t\\n\\r\\f\\v?:,\\[\\]{}#&*!|>\'"%@`]';

/** `reserved`: keys that are keywords, with their colon, for Digdag. */
export function yamlStates(later: boolean, reserved?: RegExp): States {
  return {
    root: [
      'comment',
      [/\n+/, ''],
      [/[ ]+(?=#|$)/, ''],
      [/^%YAML\b/, directive('version')],
      [/^%TAG\b/, directive('tag')],
      [
        /^(?:---|\.\.\.)(?= |$)/,
        (lexing: Yaml) => {
          lexing.token('nn');
          startDocument(lexing);
          lexing.push('line');
        },
      ],
      [
        /[ ]*(?!\s|$)/,
        (lexing: Yaml) => {
          const [spaces, excess] = indent(lexing, lexing.text);
          lexing.token('', spaces);
          lexing.token('err', excess);
          lexing.push('line');
          lexing.push('indentation');
        },
      ],
    ],
    comment: [[/#.*/, 'c1']],
    indentation: [
      [/\s*?\n/, '', 'pop pop'],
      [
        /[ ]+(?=[-:?](?:[ ]|$))/,
        (lexing: Yaml) => {
          lexing.token('');
          lexing.memory.column += lexing.text.length;
        },
      ],
      [
        /[?:-](?=[ ]|$)/,
        (lexing: Yaml) => {
          collect(lexing);
          lexing.memory.column += lexing.text.length;
          lexing.token('pi');
        },
      ],
      [
        /[ ]*/,
        (lexing: Yaml) => {
          lexing.token('');
          lexing.memory.column += lexing.text.length;
          lexing.pop();
        },
      ],
    ],
    line: [
      [/[ ]*(?=#|$)/, '', 'pop'],
      [/[ ]+/, ''],
      'properties',
      ...(reserved === undefined ? [] : [[reserved, key('kr')] as const]),
      [later ? /([^#,?[\]{}"'\n]+)(:)(?=\s|$)/ : /([^#,:?[\]{}"'\n]+)(:)(?=\s|$)/, key('na')],
      [/[|>][+-]?/, 'pi', 'block-scalar block-scalar-header'],
      'flow',
      [rx`(?=${PLAIN_START}|[?:-][^ \t\n\r\f\v])`, 'nv', 'plain'],
    ],
    properties: [
      [/!<[0-9A-Za-z;/?:@&=+$,_.!~*'()[\]%-]+>/, 'kt'],
      [/(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()[\]%-]*/, 'kt'],
      [rx`&${ANCHOR}`, 'nl'],
      [rx`\*${ANCHOR}`, 'nv'],
    ],
    flow: [
      [/\[/, 'pi', 'sequence'],
      [/\{/, 'pi', 'mapping'],
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
    ],
    collection: [
      [/\s+/, ''],
      'comment',
      [/[?:,]/, 'pi'],
      'properties',
      'flow',
      [rx`(?=${PLAIN_START})`, '', 'plain-in-flow'],
    ],
    sequence: [[/\]/, 'pi', 'pop'], 'collection'],
    mapping: [[/\}/, 'pi', 'pop'], 'collection'],
    'block-scalar': [
      [/\n+/, ''],
      [
        /^[ ]+$/,
        (lexing: Yaml) => {
          const mark = lexing.memory.scalar ?? lexing.text.length;
          lexing.token('', lexing.text.slice(0, mark));
          // A negative column may be before the start of the text: then Rouge emits nothing.
          if (mark >= -lexing.text.length) lexing.token('no', lexing.text.slice(mark));
        },
      ],
      [/^[ ]*/, scalarLine],
      [/[^\n\r\f\v]+/, 's'],
    ],
    'block-scalar-header': [[/(?:[1-9][+-]?|[+-]?[1-9]?)(?=[ ]|$)/, scalarHeader]],
    ignored: ['comment', [/[ ]+/, ''], [/\n/, '', 'pop']],
    'space-in-quotes': [
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
    ],
    'single-quotes': ['space-in-quotes', [/\\'/, 'se'], [/'/, 's', 'pop'], [/[^\s']+/, 's']],
    'double-quotes': [
      [/"/, 's', 'pop'],
      'space-in-quotes',
      [/\\[0abt\tn\nvfre "\\N_LP]/, 'se'],
      [/\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/, 'se'],
      [/[^ \t\n\r\f\v"\\]+/, 's'],
    ],
    plain: [
      [/[ ]*(?=:[ \n]|:$)/, '', 'pop'],
      [/[ ]*:\S+/, 's'],
      [/[ ]+(?=#)/, '', 'pop'],
      [/[ ]+$/, ''],
      [/\n+/, '', 'plain-on-next-line'],
      [/[ ]+/, 's'],
      later ? [/(?:true|false|null)\b/, 'kc'] : [/true|false|null/, 'no'],
      [/\d+(?:\.\d+)?(?=\r?\n| +#)/, 'm', 'pop'],
      [/[^\s:]+/, 's'],
    ],
    'plain-on-next-line': [
      [/^[ ]+\n/, ''],
      [/\n+/, ''],
      [/^(?=---|\.\.\.)/, '', 'pop pop pop'],
      [
        /^[ ]*/,
        (lexing: Yaml) => {
          lexing.token('');
          lexing.pop();
          if (lexing.text.length > current(lexing.memory)) return;
          lexing.pop();
          indent(lexing, lexing.text);
          lexing.push('indentation');
        },
      ],
    ],
    'plain-in-flow': [
      [/[ ]*(?=[,:?[\]{}])/, '', 'pop'],
      [/[ ]+(?=#)/, '', 'pop'],
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
      [/[^\s,:?[\]{}]+/, 'nv'],
    ],
    version: [[/([ ]+)(\d+\.\d+)/, ['', 'm'], 'goto ignored']],
    tag: [[/([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()[\]%-]+)/, ['', 'kt', '', 'kt'], 'goto ignored']],
  };
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ open: [0], column: 0, scalar: null }),
  states: (rouge) => yamlStates(rouge.later),
};
