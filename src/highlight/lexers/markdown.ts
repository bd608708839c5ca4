import { strip } from '../../text/strip.ts';
import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';

/** The lexer of the tags, which continues where it stopped, and that of the open code block. */
interface Memory {
  readonly html: Lexing;
  code: Lexing | null;
  /** The line last searched for a mail address: its end, its last `>`, and the last dot that can come before that. */
  line: { readonly input: string; readonly end: number; readonly last: number; readonly dot: number } | null;
}

type Markdown = Lexing<Memory>;

/** A character within a line, or an escape. */
const CHARACTER = '(?:\\\\.|[^\\\\\\n])';

function codeLexer(lexing: Markdown, name: string, code: string): Lexing {
  return (
    lexing.open(name === '' || name === 'guess' ? lexing.guess(code) : name) ??
    lexing.open('plaintext?token=Literal.String.Backtick')!
  );
}

function fence(lexing: Markdown): unknown {
  const [, indent, marker = '', info = '', , body, beforeEnd, end] = lexing.match!;
  const code = codeLexer(lexing, strip(info), body ?? '');
  lexing.token('', indent);
  lexing.token('p', marker);
  lexing.token('nl', info);
  if (body !== undefined && body !== '') lexing.delegate(code, body);
  lexing.token('', beforeEnd ?? '');
  if (end !== undefined) return lexing.token('p', end);
  lexing.memory.code = code;
  return lexing.pushMade(marker, () => openFence(marker));
}

/** The lines of a code block whose end is missing, or not indented like its start. */
function openFence(marker: string): Rule[] {
  return [
    [rx`^([ \t]*)(${marker})`, ['', 'p'], 'pop'],
    [/^.*\n/, (lexing: Markdown) => lexing.delegate(lexing.memory.code!)],
  ];
}

/**
 * From a run of backticks to the next run of the same length, ignoring escapes. If no later run is that long, fewer of
 * the backticks open the code: as many as the longest later run has, or as can be closed within the opening run.
 */
function codeSpan(lexing: Markdown): unknown {
  const { input, text } = lexing;
  const start = lexing.position - text.length;
  let longest = 0;
  let end = 0;
  for (let at = lexing.position; at < input.length && longest < text.length; ) {
    if (input[at] === '\\') {
      if (at + 1 === input.length || input[at + 1] === '\n') break;
      at += 2;
    } else if (input[at] !== '`') at++;
    else {
      const from = at;
      while (at < input.length && input[at] === '`') at++;
      if (at - from <= longest) continue;
      longest = Math.min(at - from, text.length);
      end = from + longest;
    }
  }
  const within = Math.floor((text.length - 1) / 2);
  if (longest <= within) {
    if (within === 0) return false;
    end = start + 2 * within + 1;
  }
  lexing.position = end;
  return lexing.token('sb', input.slice(start, end));
}

/** `<… @ … . … >` on one line, up to the line's last `>`. */
function mailAddress(lexing: Markdown): unknown {
  const { input, position, memory } = lexing;
  const end = lexing.nextOf('\n');
  const at = lexing.nextOf('@');
  if (at > end) return false;
  if (memory.line?.input !== input || memory.line.end !== end) {
    const last = input.lastIndexOf('>', end);
    memory.line = { input, end, last, dot: last < 2 ? -1 : input.lastIndexOf('.', last - 2) };
  }
  const { last, dot } = memory.line;
  if (last < at || dot < at + 2) return false;
  const text = input.slice(position - 1, last + 1);
  lexing.position = last + 1;
  return lexing.token('nv', text);
}

const toHtml = (lexing: Markdown) => lexing.delegate(lexing.memory.html);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'yaml', 'plaintext'],
  start: (_, lexing) => ({ html: lexing.open('html')!, code: null, line: null }),
  states: (rouge) => ({
    root: [
      [ambiguous(/---\s*\n[\s\S]*?\n?(?<=\n)---\s*$\n?/), (lexing: Markdown) => lexing.delegate('yaml')],
      [/\\./, 'se'],
      [/^[\S ]+\n---*\n/, 'gh'],
      [/^[\S ]+\n===*\n/, 'gu'],
      [/^#(?=[^#]).*/, 'gh'],
      [/^##*.*/, 'gu'],
      [/^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)(([\s\S]*?)(\n\1)(\2))?/, fence],
      [/\n\n(?:(?: {4}|\t).*\n|\n)+/, 'sb'],
      [/`+/, codeSpan],
      [/^\s*[*](?:\s*[*]){2,}\s*$/, 'p'],
      [/^\s*-(?:\s*-){2,}\s*$/, 'p'],
      [/^\s*[*+-](?=\s)/, 'p'],
      [/^\s*\d+\./, 'p'],
      [/^\s*>.*/, 'gt'],
      [rx`^(\s*)(\[)(${CHARACTER}+?)(\])(\s*)(:)`, ['', 'p', 'ss', 'p', '', 'p'], 'title address'],
      [rx`(!?\[)(${CHARACTER}*?)(\])(?=[\[(])`, ['p', 'nv', 'p'], 'link'],
      [/(!?\[)([^\]]*?)(\])(?=[[(])/, ['p', 'nv', 'p'], 'link'],
      ...(rouge.later
        ? ([
            [/[*]{2}[^* \n][^*\n]*[*]{2}/, 'gs'],
            [/[*]{3}[^* \n][^*\n]*[*]{3}/, 'ges'],
          ] as Rule[])
        : ([[rx`[*]{2}${CHARACTER}*?[*]{2}`, 'gs']] as Rule[])),
      [rx`__${CHARACTER}*?__`, 'gs'],
      [rx`[*]${CHARACTER}*?[*]`, 'ge'],
      [rx`_${CHARACTER}*?_`, 'ge'],
      [/</, mailAddress],
      [rx`<(?:https?|mailto|ftp)://${CHARACTER}*?>`, 'nv'],
      [/[^\\`[*\n&<]+/, ''],
      [/&\S*;/, toHtml],
      [rx`<${CHARACTER}*?>`, toHtml],
      [/[&<[\n]/, ''],
    ],
    link: [
      [rx`(\[)(${CHARACTER}*?)(\])`, ['p', 'ss', 'p'], 'pop'],
      [/[(]/, 'p', 'inline-title inline-address'],
      [/[ \t]+/, ''],
      [/(?:)/, '', 'pop'],
    ],
    address: [
      [/[ \t]+/, ''],
      [rx`(<)(${CHARACTER}*?)(>)`, ['nt', 'sx', 'nt'], 'pop'],
      [/\S+/, 'sx', 'pop'],
    ],
    title: [
      [rx`"${CHARACTER}*?"`, 'nn'],
      [rx`'${CHARACTER}*?'`, 'nn'],
      [rx`[(]${CHARACTER}*?[)]`, 'nn'],
      [/\s*(?=["'()])/, ''],
      [/(?:)/, '', 'pop'],
    ],
    'inline-title': [[/[)]/, 'p', 'pop'], 'title'],
    'inline-address': [[/[^<\s)]+/, 'sx', 'pop'], [/\s+/, ''], 'address'],
  }),
};
