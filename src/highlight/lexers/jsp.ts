import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';

/** The lexers of the text around the tags and of the code in them; each continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly java: Lexing;
}

const DIRECTIVES = '(?:page|include|taglib)';
const ACTIONS = '(?:scriptlet|declaration|expression)';

const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);
const java = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.java);

function quoted(quote: string): Rule[] {
  return [
    [rx`${quote}`, 's', 'pop'],
    [/\$\{/, 'si', 'interpolation'],
    [rx`[^${quote}]+`, 's'],
  ];
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'java'],
  start: ({ parent }, lexing) => ({
    around: lexing.open(typeof parent === 'string' ? parent : 'html')!,
    java: lexing.open('java')!,
  }),
  states: () => ({
    root: [
      [/<%--/, 'c', 'comment'],
      [rx`<%@\s*${DIRECTIVES}\s*`, 'nt', 'directive'],
      [rx`<jsp:directive\.${DIRECTIVES}`, 'nt', 'directive-element'],
      [rx`<jsp:${ACTIONS}>`, 'nt', 'action'],
      [/<[a-zA-Z]*:[a-zA-Z]*\s*/, 'nt', 'tag'],
      [/<\/[a-zA-Z]*:[a-zA-Z]*>/, 'nt'],
      [/<%[!=]?/, 'nt', 'code'],
      [/[\s\S]+?(?=<%|<\/?[a-zA-Z]*:)/, around],
      [/[\s\S]+/, around],
    ],
    comment: [
      [/--%>/, 'c', 'pop'],
      [/[^-]+/, 'c'],
      [/-/, 'c'],
    ],
    directive: [[/%>/, 'nt', 'pop'], 'attributes', [/[\s\S]+?(?=%>)/, around]],
    'directive-element': [[/\/>/, 'nt', 'pop'], 'attributes', [/[\s\S]+?(?=\/>)/, around]],
    action: [[rx`</jsp:${ACTIONS}>`, 'nt', 'pop'], 'attributes', [/[^</]+/, java]],
    code: [
      [/%>/, 'nt', 'pop'],
      [/[^%>]+/, java],
    ],
    tag: [[/\/?>/, 'nt', 'pop'], 'attributes', [/[\s\S]+?(?=\/?>)/, around]],
    attributes: [[/\s*[a-zA-Z0-9_:-]+\s*=\s*/, 'na', 'value']],
    value: [
      [/"/, 's', 'goto double-quotes'],
      [/'/, 's', 'goto single-quotes'],
      [/[^\s>]+/, 's', 'pop'],
    ],
    'double-quotes': quoted('"'),
    'single-quotes': quoted("'"),
    interpolation: [
      [/\}/, 'si', 'pop'],
      [/'/, 'l', 'literal'],
      [/[^'}]+/, java],
    ],
    literal: [
      [/'/, 'l', 'pop'],
      [/[^']+/, 'l'],
    ],
  }),
};
