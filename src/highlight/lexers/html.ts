import type { LexerDefinition, Lexing, States } from '../lexer.ts';
import { rx } from '../rx.ts';

/** The lexer of the current script or style sheet; each one gets a new lexer. */
export interface HtmlMemory {
  script: Lexing | null;
  style: Lexing | null;
}

type Html = Lexing<HtmlMemory>;

const TAG = '[\\p{L}:_-][\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Cf}:.·-]*';

function openTag(part: 'script' | 'style', language: string): (lexing: Html) => void {
  return (lexing) => {
    lexing.token('nt');
    lexing.memory[part] = lexing.open(language);
    lexing.push(part);
    lexing.push('tag');
  };
}

function content(part: 'script' | 'style'): States[string] {
  const inner = (lexing: Html) => lexing.delegate(lexing.memory[part]!);
  return [
    [/[^<]+/, inner],
    [rx`<\s*/\s*${part}\s*>`, 'nt', 'pop'],
    [/</, inner],
  ];
}

export const HTML_STATES: States = {
  root: [
    [/[^<&]+/, ''],
    [/&\S*?;/, 'ni'],
    [/<!DOCTYPE [\s\S]*?>/i, 'cp'],
    [/<!\[CDATA\[[\s\S]*?\]\]>/, 'cp'],
    [/<!--/, 'c', 'comment'],
    [/<\?[\s\S]*?\?>/, 'cp'],
    [/<\s*script\s*/, openTag('script', 'javascript')],
    [/<\s*style\s*/, openTag('style', 'css')],
    [/<\//, 'nt', 'closing'],
    [/</, 'nt', 'opening'],
  ],
  closing: ['closing-end', [rx`${TAG}`, 'nt', 'goto closing-end']],
  'closing-end': [
    [/\s+/, ''],
    [/>/, 'nt', 'pop'],
  ],
  opening: [
    [/\s+/, ''],
    [rx`${TAG}`, 'nt', 'goto tag'],
    [/(?:)/, '', 'goto tag'],
  ],
  comment: [
    [/[^-]+/, 'c'],
    [/-->/, 'c', 'pop'],
    [/-/, 'c'],
  ],
  tag: [
    [/\s+/, ''],
    [/[\p{L}:_[\]()*.-][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Cf}:.·[\]()*-]*\s*=\s*/u, 'na', 'value'],
    [/[\p{L}:_*#-][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Cf}:.·*#-]*/u, 'na'],
    [/\/?\s*>/, 'nt', 'pop'],
  ],
  value: [
    [/"/, 's', 'goto double-quotes'],
    [/'/, 's', 'goto single-quotes'],
    [/[^\s>]+/, 's', 'pop'],
  ],
  'double-quotes': [
    [/"/, 's', 'pop'],
    [/[^"]+/, 's'],
  ],
  'single-quotes': [
    [/'/, 's', 'pop'],
    [/[^']+/, 's'],
  ],
  script: content('script'),
  style: content('style'),
};

export const startHtml = (): HtmlMemory => ({ script: null, style: null });

export const lexer: LexerDefinition<HtmlMemory> = {
  delegates: ['javascript', 'css'],
  start: startHtml,
  states: () => HTML_STATES,
};
