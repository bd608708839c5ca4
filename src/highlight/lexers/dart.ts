import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  as assert await break case catch continue default do else finally for if in is new rethrow return super switch this
  throw try while with yield
`;
const DECLARATIONS = `
  abstract async dynamic const covariant external extends factory final get implements late native on operator
  required set static sync typedef var
`;
const TYPES = `
  bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String Symbol Type Uri
  void
`;

function method(lexing: Lexing): void {
  const [, words, name, space, parenthesis] = lexing.match!;
  lexing.recurse(words!);
  lexing.token('nf', name);
  lexing.token('', space);
  lexing.token('p', parenthesis);
}

function string(quote: string): Rule[] {
  return [[rx`${quote}`, 's', 'pop'], [rx`[^\\$${quote}]+`, 's'], 'escapes'];
}

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const keywords = later ? `${KEYWORDS} when` : KEYWORDS;
    const declarations = later ? `${DECLARATIONS} base interface sealed` : DECLARATIONS;
    return {
      root: [
        [/^(\s*(?:[a-zA-Z_][a-zA-Z\d_.[\]]*\s+)+?)([a-zA-Z_]\w*)(\s*)(\()/, method],
        [/\s+/, ''],
        [/\/\/.*/, 'c1'],
        [/\/\*[\s\S]*?\*\//, 'cm'],
        [/"/, 's', 'double-quotes'],
        [/'/, 's', 'single-quotes'],
        [/r"[^"]*"|r'[^']*'/, 'sx'],
        [/#(?:[a-zA-Z_]\w*)?/, 'ss'],
        [/@[a-zA-Z_]\w*/, 'nd'],
        [rx`(?:${anyOf(keywords)})\b`, 'k'],
        [rx`(?:${anyOf(declarations)})\b`, 'kd'],
        [rx`(?:${anyOf(later ? `${TYPES} Record` : TYPES)})\b`, 'kt'],
        [/(?:true|false|null)\b/, 'kc'],
        [later ? /(?:class|mixin)\b/ : /(?:class|interface|mixin)\b/, 'kd', 'class'],
        [/(?:import|deferred|export|library|part\s*of|part|source)\b/, 'kn', 'import'],
        [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
        [/[a-zA-Z_]\w*:/, 'nl'],
        [/\$?[a-zA-Z_]\w*/, 'n'],
        [/[~^*!%&|+=:/?-]/, 'o'],
        [/[[\](){}<>.,;]/, 'p'],
        [/\d*\.\d+(?:[eE]-?\d+)?/, 'mf'],
        [/0x[\da-fA-F]+/, 'mh'],
        [/\d+L?/, 'mi'],
      ],
      class: [
        [/\s+/, ''],
        [/[a-zA-Z_]\w*/, 'nc', 'pop'],
      ],
      'double-quotes': string('"'),
      'single-quotes': string("'"),
      import: [[/;/, 'o', 'pop'], [/(?:show|hide)\b/, 'kd'], 'root'],
      escapes: [
        [/\$[a-zA-Z_]\w*/, 'si'],
        [/\$\{[^}]+\}/, 'si'],
        [/\\[nrt"'\\]/, 'se'],
      ],
    };
  },
};
