/** Groovy's states, which Gradle uses, too. */
import type { Lexing, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { lineString } from '../strings.ts';
import type { RougeVersion } from '../versions.ts';
import { words } from '../words.ts';

export interface GroovyWords {
  readonly keywords: string;
  readonly declarations: string;
  readonly types: string;
}

export function groovyWords(rouge: RougeVersion): GroovyWords {
  const later = rouge.later;
  return {
    keywords: `
      assert break case catch continue default do else finally for if goto instanceof new return switch this throw try
      while in as
    `,
    declarations: `
      abstract const extends final implements native private protected public static strictfp super synchronized
      throws transient volatile
    ${later ? '' : ' enum'}`,
    types: `def boolean byte char double float int long short void${later ? ' var' : ''}`,
  };
}

/** Words, then a name before a parenthesis. The words are lexed in the current states. */
function method(lexing: Lexing): void {
  const [, before, name, space, parenthesis] = lexing.match!;
  lexing.reread(before!);
  lexing.token('nf', name);
  lexing.token('', space);
  lexing.token('o', parenthesis);
}

export function groovyStates(rouge: RougeVersion, { keywords, declarations, types }: GroovyWords): States {
  const later = rouge.later;
  const string = (quote: string) => lineString(quote).replace('\\\\[^\\n]', '\\\\[\\s\\S]');
  return {
    root: [
      [/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w+)(\s*)(\()/, method],
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/@\w[\w.]*/, 'nd'],
      [later ? /(?:class|interface|trait|enum|record)\b/ : /(?:class|interface|trait)\b/, 'kd', 'class'],
      [/(?:package|import)\b/, 'kn', 'import'],
      [/"""[\s\S]*?"""/, 's2'],
      [/'''[\s\S]*?'''/, 's1'],
      [rx`${string('"')}`, 's2'],
      [rx`${string("'")}`, 's1'],
      [ambiguous(/\$\/(?:\$[\s\S]|[\s\S])*?\/\$/), 's'],
      [rx`${string('/')}`, 's'],
      [/'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'/, 'sc'],
      [/(\.)([a-zA-Z_][a-zA-Z0-9_]*)/, ['o', 'na']],
      [/[a-zA-Z_][a-zA-Z0-9_]*:/, 'nl'],
      [/[a-zA-Z_$][a-zA-Z0-9_]*/, words({ k: keywords, kd: declarations, kt: types, kc: 'true false null' }, 'n')],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-f]+/, 'mh'],
      [/[0-9]+L?/, 'mi'],
      [/\n/, ''],
    ],
    class: [
      [/\s+/, ''],
      [/\w+/, 'nc', 'pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[\w.]+[*]?/, 'nn', 'pop'],
    ],
  };
}
