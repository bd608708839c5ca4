import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';
import { BUNDLED } from './janet-words.ts';

const SPECIALS = 'break def do fn if quote quasiquote splice set unquote var while';
const PUNCTUATION = '_!$%^&*+=~<>.?/\\-';
const INNER = `[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}:${PUNCTUATION}]*`;
const SYMBOL = `[\\p{Alphabetic}${PUNCTUATION}]${INNER}`;
const CALLED = words({ k: SPECIALS, kr: BUNDLED }, 'nf');

function called(lexing: Lexing): void {
  const { text } = lexing;
  if (text === 'quote' || text === 'quasiquote') {
    lexing.token('k');
    lexing.goto(text);
  } else {
    lexing.token(CALLED.of(text).token);
    lexing.goto('root');
  }
}

/**
 * A string between runs of backquotes of equal length; the first run may give up some of its own for the last. The
 * equivalent pattern (`(`+)[\s\S]*?\1`) takes quadratic time.
 */
function longString(lexing: Lexing): boolean | undefined {
  const { input, text } = lexing;
  const ticks = text.replace('@', '').length;
  const inner = lexing.position - ticks;
  // Only a later run can match more than half of the opening run: the longest run, and of equal ones the first.
  const half = Math.floor(ticks / 2);
  let longest = half;
  let end = inner + 2 * half;
  for (const { 0: run, index } of input.slice(lexing.position).matchAll(/`+/g)) {
    const opened = Math.min(run.length, ticks);
    if (opened <= longest) continue;
    longest = opened;
    end = lexing.position + index + opened;
    if (opened === ticks) break;
  }
  if (longest === 0) return false;
  lexing.token('sh', input.slice(inner - text.length + ticks, end));
  lexing.position = end;
  return undefined;
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/#.*/, 'c1'],
      [/\s+/, 'w'],
      [/(?:true|false|nil)\b/, 'no'],
      [rx`(['~])(${SYMBOL})`, ['o', 'ss']],
      [rx`:${INNER}`, 'kc'],
      [/[+-]?\d{1,2}r[\w.]+(?:&[+-]?\w+)?/, 'mf'],
      [/[+-]?0x[0-9a-fA-F][0-9a-fA-F_]*(?:\.[0-9a-fA-F][0-9a-fA-F_]*)?/, 'mh'],
      [/[+-]?0x\.[0-9a-fA-F][0-9a-fA-F_]*/, 'mh'],
      [/[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?/i, 'mf'],
      [/[+-]?\.\d[\d_]*(?:e[+-]?\d+)?/i, 'mf'],
      [/@?"/, 's2', 'string'],
      [/@?`+/, longString],
      [/\(/, 'p', 'function'],
      [/(')(@?[([{])/, ['o', 'p'], 'quote'],
      [/(~)(@?[([{])/, ['o', 'p'], 'quasiquote'],
      [/[#~,';|]/, 'o'],
      [/@?[(){}[\]]/, 'p'],
      [rx`${SYMBOL}`, 'n'],
    ],
    string: [
      [/"/, 's2', 'pop'],
      [/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6})/, 'se'],
      [/\\./, 'se'],
      [/[^"\\]+/, 's2'],
    ],
    function: [[/\)/, 'p', 'pop'], [rx`${SYMBOL}`, called], 'root'],
    quote: [[/[([{]/, 'p', 'push'], [/[)\]}]/, 'p', 'pop'], [rx`${SYMBOL}`, 'se'], 'root'],
    quasiquote: [
      [/(,)(\()/, ['o', 'p'], 'function'],
      [/(\()(\s*)(unquote)(\s+)(\()/, ['p', '', 'k', '', 'p'], 'function'],
      [rx`(,)(${SYMBOL})`, ['o', 'n']],
      [rx`(\()(\s*)(unquote)(\s+)(${SYMBOL})`, ['p', '', 'k', '', 'n']],
      'quote',
    ],
  }),
};
