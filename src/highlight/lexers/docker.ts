import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous, rxi } from '../rx.ts';
import { list } from '../words.ts';

const INSTRUCTIONS = list(`
  FROM MAINTAINER CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG STOPSIGNAL HEALTHCHECK SHELL
`).join('|');

/** The lexer of a RUN instruction; each instruction gets a new one. */
interface Memory {
  shell: Lexing;
}

type Docker = Lexing<Memory>;

export const lexer: LexerDefinition<Memory> = {
  delegates: ['shell'],
  start: (_, lexing) => ({ shell: lexing.open('shell')! }),
  states: () => ({
    root: [
      [/\s+/, ''],
      [ambiguous(/^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i), ['k', 'w', 's', 'w', 'k', 'w', 's']],
      [rxi`^(ONBUILD)(\s+)(${INSTRUCTIONS})(.*)`, ['k', 'w', 'k', 's']],
      [rxi`^(${INSTRUCTIONS})\b(.*)`, ['k', 's']],
      [/#.*/, 'c'],
      [
        /^(?:ONBUILD\s+)?RUN\s+/i,
        (lexing: Docker) => {
          lexing.token('k');
          lexing.push('run');
          lexing.memory.shell = lexing.open('shell')!;
        },
      ],
      [/\w+/, ''],
      [/[^\w]+/, ''],
    ],
    run: [
      [/\n/, '', 'pop'],
      [/\\[\s\S]/, 'se'],
      [/(?:\\.|[^\n\\])+/, (lexing: Docker) => lexing.delegate(lexing.memory.shell)],
    ],
  }),
};
