// Runs a lexer: tries the rules of the current state at each position, and carries out their actions.

import type { CompiledLexer, CompiledRule, CompiledState, Step } from './compiled.ts';
import { type LexerOptions, type Lexing, type Rule, splitName } from './lexer.ts';
import type { Output, Token } from './tokens.ts';
import type { RougeVersion } from './versions.ts';

/** As in Rouge, after this many empty matches in a row, one character becomes an error. */
const EMPTY_MATCHES = 5;

/** Finds compiled lexers. */
export interface Library {
  readonly rouge: RougeVersion;
  /** By tag or alias; null if there is no such lexer. */
  find(tag: string): CompiledLexer | null;
  /** Guesses the code's language. */
  guess(code: string): string;
}

/** One run of a lexer over its input. See lexer.ts for what rules can use. */
export class LexerRun<Memory = unknown> implements Lexing<Memory> {
  readonly lexer: CompiledLexer;
  readonly library: Library;
  readonly options: LexerOptions;
  memory: Memory;
  input = '';
  position = 0;
  match: RegExpExecArray | null = null;
  #matchStart = 0;
  readonly #stack: CompiledState[] = [];
  /** The last results of `nextOf`. */
  readonly #next = new Map<string, { readonly input: string; readonly from: number; readonly at: number }>();
  #output!: Output;

  constructor(lexer: CompiledLexer, library: Library, options: LexerOptions, part?: string) {
    this.lexer = lexer;
    this.library = library;
    this.options = options;
    this.#stack.push(lexer.state(part ?? 'root'));
    this.memory = (part === undefined ? lexer.definition.start?.(options, this) : undefined) as Memory;
  }

  read(text: string, output: Output): void {
    const { input, position } = this;
    this.input = text;
    this.position = 0;
    this.#output = output;
    let empty = 0;
    while (this.position < text.length) {
      const at = this.position;
      const matched = this.#step(text, at);
      if (matched && (this.position > at || ++empty <= EMPTY_MATCHES)) {
        if (this.position > at) empty = 0;
        continue;
      }
      const end = this.position + (text.codePointAt(this.position)! > 0xffff ? 2 : 1);
      output.add('err', text, this.position, end);
      this.position = end;
    }
    this.input = input;
    this.position = position;
  }

  #step(text: string, at: number): boolean {
    const state = this.#stack[this.#stack.length - 1];
    if (state === undefined) throw new Error('the lexer left its last state');
    const rules = state.rulesFor(text.charCodeAt(at));
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]!;
      if (rule.lineStart && at > 0 && text.charCodeAt(at - 1) !== 10) continue;
      const { pattern } = rule;
      if (rule.token !== null || rule.words !== null) {
        const end = pattern.end(text, at);
        if (end < 0) continue;
        this.position = end;
        const meaning = rule.words?.of(text.slice(at, end));
        this.#output.add(meaning?.token ?? rule.token!, text, at, end);
        if (meaning?.next !== undefined) this.push(meaning.next);
      } else {
        const match = pattern.exec(text, at);
        if (match === null) continue;
        this.position = at + match[0].length;
        if (!this.#act(rule, match, at)) {
          this.position = at;
          continue;
        }
      }
      if (rule.steps !== null) this.#go(rule.steps);
      return true;
    }
    return false;
  }

  #act(rule: CompiledRule, match: RegExpExecArray, at: number): boolean {
    this.match = match;
    this.#matchStart = at;
    if (rule.groups === null) return rule.run!(this) !== false;
    this.#addGroups(rule.groups);
    return true;
  }

  #go(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.kind === 'pop') this.pop();
      else if (step.kind === 'push') this.push();
      else if (step.kind === 'goto') this.goto(step.state);
      else if (step.kind === 'enter') this.push(step.state);
    }
  }

  get text(): string {
    return this.match![0];
  }

  nextOf(characters: string, from = this.position): number {
    const known = this.#next.get(characters);
    if (known !== undefined && known.input === this.input && known.from <= from && from <= known.at) return known.at;
    let at = from;
    while (at < this.input.length && !characters.includes(this.input[at]!)) at++;
    this.#next.set(characters, { input: this.input, from, at });
    return at;
  }

  get rest(): string {
    return this.input.slice(this.position);
  }

  token(token: Token, text?: string): void {
    if (text !== undefined) this.#output.add(token, text, 0, text.length);
    else this.#output.add(token, this.input, this.#matchStart, this.#matchStart + this.text.length);
  }

  groups(...tokens: readonly Token[]): void {
    this.#addGroups(tokens);
  }

  /** Usually the groups are adjacent, and can be sliced from the input. */
  #addGroups(tokens: readonly Token[]): void {
    const match = this.match!;
    let at = this.#matchStart;
    for (let i = 0; i < tokens.length; i++) {
      const text = match[i + 1];
      if (text === undefined || text === '') continue;
      if (this.input.startsWith(text, at)) this.#output.add(tokens[i]!, this.input, at, at + text.length);
      else this.#output.add(tokens[i]!, text, 0, text.length);
      at += text.length;
    }
  }

  push(state?: string): void {
    this.#stack.push(state === undefined ? this.#stack[this.#stack.length - 1]! : this.lexer.state(state));
  }

  begin(state: string): void {
    this.push(state);
    if (this.library.rouge.entersStartTwice) this.push(state);
  }

  pushMade(name: string, make: () => readonly Rule[]): void {
    this.#stack.push(this.lexer.made(name, make));
  }

  pop(times = 1): void {
    for (let i = 0; i < times; i++) this.#stack.pop();
  }

  goto(state: string): void {
    this.#stack[this.#stack.length - 1] = this.lexer.state(state);
  }

  resetStack(): void {
    this.#stack.length = 0;
    this.#stack.push(this.lexer.state('root'));
  }

  get state(): string {
    return this.#stack[this.#stack.length - 1]?.name ?? '';
  }

  get depth(): number {
    return this.#stack.length;
  }

  within(state: string): boolean {
    return this.#stack.some((entered) => entered.name === state);
  }

  get rouge(): RougeVersion {
    return this.library.rouge;
  }

  guess(code: string): string {
    return this.library.guess(code);
  }

  open(language: string): Lexing | null {
    const { tag, options } = splitName(language);
    const lexer = this.library.find(tag);
    return lexer === null ? null : new LexerRun(lexer, this.library, options);
  }

  part(state: string): Lexing {
    return new LexerRun(this.lexer, this.library, this.options, state);
  }

  delegate(to: Lexing | string, text: string = this.text): void {
    const lexing = typeof to === 'string' ? this.open(to) : to;
    if (lexing === null) throw new Error(`a lexer delegates to '${String(to)}', which isn't there`);
    lexing.read(text, this.#output);
  }

  reread(text: string): void {
    this.read(text, this.#output);
  }

  recurse(text: string = this.text): void {
    new LexerRun(this.lexer, this.library, this.options).read(text, this.#output);
  }
}
