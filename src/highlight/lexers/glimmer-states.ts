import type { Lexing, States } from '../lexer.ts';

/** The lexer of templates; it continues from one template to the next. */
export interface TemplateMemory {
  readonly handlebars: Lexing;
}

export function startTemplates(_: unknown, lexing: Lexing<TemplateMemory>): TemplateMemory {
  return { handlebars: lexing.open('handlebars')! };
}

/** The states of a script that contains `<template>` tags. */
export function templateStates(states: States): States {
  return {
    ...states,
    root: [[/(<)(template)(>)/, ['nt', 'k', 'nt'], 'glimmer'], ...states.root!],
    glimmer: [
      [/(<\/)(template)(>)/, ['nt', 'k', 'nt'], 'pop'],
      [/[\s\S]+?(?=<\/template>)/, (lexing: Lexing<TemplateMemory>) => lexing.delegate(lexing.memory.handlebars)],
    ],
  };
}
