import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rxi } from '../rx.ts';

/** The lexers of the text around the tags and of the code in them; each continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly perl: Lexing;
}

const TEXT = '(?:text|doc)';
const CODE = '(?:args|flags|attr|init|once|shared|perl|cleanup|filter)';
const COMPONENT = '(?:def|method)';

const perl = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.perl);
const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'perl'],
  start: ({ parent }, lexing) => ({
    around: lexing.open(typeof parent === 'string' ? parent : 'html')!,
    perl: lexing.open('perl')!,
  }),
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [rxi`<%${TEXT}>`, 'cp', 'text-block'],
      [rxi`<%${CODE}>`, 'cp', 'code-block'],
      [rxi`(<%${COMPONENT})([^>]*)(>)`, ['cp', 'n', 'cp'], 'component'],
      [
        /^(%)(.*)$/,
        (lexing: Lexing<Memory>) => {
          lexing.token('cp', lexing.match![1]!);
          lexing.delegate(lexing.memory.perl, lexing.match![2]!);
        },
      ],
      [/<%/, 'cp', 'substitution'],
      [/<&\|/, 'cp', 'content call'],
      [/<&/, 'cp', 'call'],
      [/[\s\S]+?(?=<\/?&|<\/?%|(?<=\n)[%#])/, around],
      [/[\s\S]+/, around],
    ],
    'code-block': [
      [rxi`</%${CODE}>`, 'cp', 'pop'],
      [/\s+/, 'w'],
      [/^#.*$/, 'c'],
      [/[\s\S]*?[^"](?=<\/%)/, perl],
    ],
    'text-block': [
      [rxi`</%${TEXT}>`, 'cp', 'pop'],
      [/\s+/, 'w'],
      [/^#.*$/, 'c'],
      [/[\s\S]*?[^"](?=<\/%)/, 'c'],
    ],
    component: [[rxi`</%${COMPONENT}>`, 'cp', 'pop'], [/\s+/, 'w'], [/^#.*$/, 'c'], 'root'],
    content: [[/<\/&>/, 'cp', 'pop'], 'root'],
    call: [
      [/&>/, 'cp', 'pop'],
      [/[\s\S]*?(?=&>)/, perl],
    ],
    substitution: [
      [/%>/, 'cp', 'pop'],
      [/[\s\S]*?(?=%>)/, perl],
    ],
  }),
};
