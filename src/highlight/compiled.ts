// Compiles a language's states, so that each position tries only the rules that can match there.

import { RulePattern } from '../regex/rule-pattern.ts';
import { translate } from '../regex/translate.ts';
import type { Action, LexerDefinition, Lexing, Rule, States } from './lexer.ts';
import { isAmbiguous } from './rx.ts';
import { TOKEN_NAMES, type Token } from './tokens.ts';
import type { RougeVersion } from './versions.ts';
import type { Words } from './words.ts';

/** One change to the stack of states. */
export type Step =
  | { readonly kind: 'pop' }
  | { readonly kind: 'push' }
  | { readonly kind: 'goto' | 'enter'; readonly state: string };

/** A compiled rule; exactly one of token, groups, words and run is set. */
export interface CompiledRule {
  readonly pattern: RulePattern;
  readonly lineStart: boolean;
  readonly token: Token | null;
  readonly groups: readonly Token[] | null;
  readonly words: Words | null;
  // biome-ignore lint/suspicious/noExplicitAny: a lexer's memory is its own affair
  readonly run: ((lexing: Lexing<any>) => unknown) | null;
  readonly steps: readonly Step[] | null;
}

/** Parses the steps of a rule. */
export function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  const names = text.split(' ');
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (name === 'pop') steps.push({ kind: 'pop' });
    else if (name === 'push') steps.push({ kind: 'push' });
    else if (name === 'goto') steps.push({ kind: 'goto', state: names[++i]! });
    else steps.push({ kind: 'enter', state: name });
  }
  return steps;
}

function isToken(action: Action): action is Token {
  return typeof action === 'string' && Object.hasOwn(TOKEN_NAMES, action);
}

function compileRule(rule: Exclude<Rule, string>, ascii: boolean): CompiledRule {
  const [literal, action, next] = rule;
  const { source, flags, lineStart } = translate(literal, ascii);
  return {
    pattern: new RulePattern(source, flags, isAmbiguous(literal)),
    lineStart,
    token: isToken(action) ? action : null,
    groups: Array.isArray(action) ? (action as readonly Token[]) : null,
    words: typeof action === 'object' && 'otherwise' in action ? action : null,
    run: typeof action === 'function' ? action : null,
    steps: next === undefined ? null : stepsOf(next),
  };
}

/** A state's rules; references to other states are replaced with their rules. */
export class CompiledState {
  readonly name: string;
  readonly rules: readonly CompiledRule[];
  readonly #byFirst: CompiledRule[][] = [];

  constructor(name: string, rules: readonly CompiledRule[]) {
    this.name = name;
    this.rules = rules;
  }

  /** The rules that can match if the next UTF-16 unit is `code`, in order. */
  rulesFor(code: number): readonly CompiledRule[] {
    const slot = Math.min(code, 128);
    return (this.#byFirst[slot] ??= this.rules.filter((rule) => rule.pattern.first[slot] === 1));
  }
}

/** A language's states for one kind of text (ASCII only, or any). A state is compiled when it is first entered. */
export class CompiledLexer {
  readonly definition: LexerDefinition;
  readonly #states: States;
  readonly #ascii: boolean;
  readonly #compiled = new Map<string, CompiledState>();

  constructor(definition: LexerDefinition, rouge: RougeVersion, ascii: boolean) {
    this.definition = definition;
    this.#states = definition.states(rouge);
    this.#ascii = ascii;
  }

  state(name: string): CompiledState {
    let state = this.#compiled.get(name);
    if (state === undefined) {
      state = new CompiledState(name, this.#rules(name));
      this.#compiled.set(name, state);
    }
    return state;
  }

  /** A state that depends on the text (such as a string with its own delimiter), created once per name. */
  made(name: string, make: () => readonly Rule[]): CompiledState {
    let state = this.#compiled.get(name);
    if (state === undefined) {
      state = new CompiledState(name, this.#compile(make()));
      this.#compiled.set(name, state);
    }
    return state;
  }

  #rules(name: string): CompiledRule[] {
    const rules = this.#states[name];
    if (rules === undefined) throw new Error(`a lexer names the state '${name}', which it doesn't have`);
    return this.#compile(rules);
  }

  #compile(rules: readonly Rule[]): CompiledRule[] {
    return rules.flatMap((rule) =>
      typeof rule === 'string' ? this.state(rule).rules : [compileRule(rule, this.#ascii)],
    );
  }
}
