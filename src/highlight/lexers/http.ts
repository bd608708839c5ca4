import type { LexerDefinition, Lexing, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';

/** Languages by media type. */
const LANGUAGES: { readonly [type: string]: string } = {
  'application/json': 'json',
  'application/vnd.api+json': 'json',
  'application/hal+json': 'json',
  'application/problem+json': 'json',
  'application/schema+json': 'json',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'image/svg+xml': 'xml',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'text/css': 'css',
  'application/javascript': 'javascript',
  'application/x-javascript': 'javascript',
  'text/javascript': 'javascript',
  'text/x-javascript': 'javascript',
  'text/x-yaml': 'yaml',
  'text/x-python': 'python',
  'text/x-ruby': 'ruby',
  'text/x-markdown': 'markdown',
  'text/x-sql': 'sql',
};

/** The media type in the headers. */
interface Memory {
  type: string;
}

type Http = Lexing<Memory>;

function header(lexing: Http): void {
  const [, name = '', , , , value = ''] = lexing.match!;
  if (name.toLowerCase() === 'content-type') lexing.memory.type = value.split(';')[0]!.toLowerCase();
  lexing.groups('na', '', 'p', '', 's', '');
}

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const methods = `GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH${later ? '|QUERY' : ''}`;
  return {
    root: [
      [
        rx`(${methods})([ ]+)([^ ]+)([ ]+)(HTTPS?)(/)(\d(?:\.\d)?)(\r?\n|$)`,
        ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
        'headers',
      ],
      [
        rx`(HTTPS?)(/)(${later ? '\\d(?:\\.\\d)?' : '\\d\\.\\d'})([ ]+)(\d{3})([ ]+)?([^\r\n]*)?(\r?\n|$)`,
        ['k', 'o', 'm', '', 'm', '', 'ne', ''],
        'headers',
      ],
    ],
    headers: [
      [/([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$)/, header],
      [/([^\r\n]+)(\r?\n|$)/, ['s', '']],
      [/\r?\n/, '', 'content'],
    ],
    content: [
      [/[\s\S]+/, (lexing: Http) => lexing.delegate(lexing.open(LANGUAGES[lexing.memory.type] ?? 'plaintext')!)],
    ],
  };
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['plaintext'],
  start: () => ({ type: 'text/plain' }),
  states,
};
