import type { CompiledLexer, CompiledRule, CompiledState, Step } from './compiled.ts';
import { type LexerOptions, type Rule, splitName } from './lexer.ts';
import type { Output, Token } from './tokens.ts';
import type { RougeVersion } from './versions.ts';

/** Rouge's limit: so many matches of nothing in a row, then a character is given up as an error. */
const EMPTY_MATCHES = 5;

/** Finds the compiled lexer of a language. */
export interface Library {
  readonly rouge: RougeVersion;
  /** By tag or alias; null if there is no such lexer. */
  find(tag: string): CompiledLexer | null;
  /** The language that a code seems to be in. */
  guess(code: string): string;
}

/** One code being read by one lexer: its stack of states, its memory, and what a rule's function may do. */
export class Lexing<Memory = unknown> {
  readonly lexer: CompiledLexer;
  readonly library: Library;
  readonly options: LexerOptions;
  memory: Memory;
  /** The text that is being read. */
  input = '';
  /** UTF-16 offset behind the match; a rule's function may move it on. */
  position = 0;
  /** The match of the rule whose function runs, with its groups. */
  match: RegExpExecArray | null = null;
  #matchStart = 0;
  readonly #stack: CompiledState[] = [];
  /** What `nextOf` found last. */
  readonly #next = new Map<string, { readonly input: string; readonly from: number; readonly at: number }>();
  #output!: Output;

  constructor(lexer: CompiledLexer, library: Library, options: LexerOptions, part?: string) {
    this.lexer = lexer;
    this.library = library;
    this.options = options;
    this.#stack.push(lexer.state(part ?? 'root'));
    this.memory = (part === undefined ? lexer.definition.start?.(options, this) : undefined) as Memory;
  }

  /** Reads `text` from the states that an earlier text left. */
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

  /** The text of the match. */
  get text(): string {
    return this.match![0];
  }

  /**
   * Where one of the characters occurs next, from `from` on (UTF-16 offset; the text's length where none does). Asked
   * from ever later places, a text is looked through once.
   */
  nextOf(characters: string, from = this.position): number {
    const known = this.#next.get(characters);
    if (known !== undefined && known.input === this.input && known.from <= from && from <= known.at) return known.at;
    let at = from;
    while (at < this.input.length && !characters.includes(this.input[at]!)) at++;
    this.#next.set(characters, { input: this.input, from, at });
    return at;
  }

  /** What lies ahead, from the end of the match. */
  get rest(): string {
    return this.input.slice(this.position);
  }

  /** Gives out a token, for the whole match unless a text is given. */
  token(token: Token, text?: string): void {
    if (text !== undefined) this.#output.add(token, text, 0, text.length);
    else this.#output.add(token, this.input, this.#matchStart, this.#matchStart + this.text.length);
  }

  /** Gives out the match's groups, one token each; groups that took no part give nothing. */
  groups(...tokens: readonly Token[]): void {
    this.#addGroups(tokens);
  }

  /** Most often the groups follow one another: then they are stretches of the input. */
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

  /** Enters a state; without a name, the present one once more. */
  push(state?: string): void {
    this.#stack.push(state === undefined ? this.#stack[this.#stack.length - 1]! : this.lexer.state(state));
  }

  /** Enters the state in which every code begins. */
  begin(state: string): void {
    this.push(state);
    if (this.library.rouge.entersStartTwice) this.push(state);
  }

  /** Enters a state that is made for this text, once for each name. */
  pushMade(name: string, make: () => readonly Rule[]): void {
    this.#stack.push(this.lexer.made(name, make));
  }

  pop(times = 1): void {
    for (let i = 0; i < times; i++) this.#stack.pop();
  }

  /** Swaps the present state for another. */
  goto(state: string): void {
    this.#stack[this.#stack.length - 1] = this.lexer.state(state);
  }

  /** Back to `root` alone. */
  resetStack(): void {
    this.#stack.length = 0;
    this.#stack.push(this.lexer.state('root'));
  }

  /** The present state's name. */
  get state(): string {
    return this.#stack[this.#stack.length - 1]?.name ?? '';
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Whether the state is anywhere on the stack. */
  within(state: string): boolean {
    return this.#stack.some((entered) => entered.name === state);
  }

  /** A lexer of its own, which keeps its states from one `delegate` to the next; null where there is none. */
  open(language: string): Lexing | null {
    const { tag, options } = splitName(language);
    const lexer = this.library.find(tag);
    return lexer === null ? null : new Lexing(lexer, this.library, options);
  }

  /** A lexer of its own for a part of this language, which begins in one of its states. */
  part(state: string): Lexing {
    return new Lexing<unknown>(this.lexer, this.library, this.options, state);
  }

  /** Hands a text, the match if none is given, to another lexer: one that `open` gave, or a language afresh. */
  delegate(to: Lexing | string, text: string = this.text): void {
    const lexing = typeof to === 'string' ? this.open(to) : to;
    if (lexing === null) throw new Error(`a lexer delegates to '${String(to)}', which isn't there`);
    lexing.read(text, this.#output);
  }

  /** Reads a text from the present states, and stays in those that it leads to. */
  reread(text: string): void {
    this.read(text, this.#output);
  }

  /** Hands a text, the match if none is given, to this language afresh. */
  recurse(text: string = this.text): void {
    new Lexing<unknown>(this.lexer, this.library, this.options).read(text, this.#output);
  }
}
