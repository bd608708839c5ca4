/** The set of characters that a class, an escape or a literal character of a pattern matches. */
export class Characters {
  /** One flag per ASCII character; the last (128) is set if other characters may match. */
  readonly flags: Uint8Array;
  readonly #source: string;
  readonly #caseFlags: string;
  #pattern: RegExp | null = null;
  readonly #others = new Map<number, boolean>();

  /** `flags` are the flags of the whole pattern. */
  constructor(source: string, flags: string) {
    this.#source = source;
    this.#caseFlags = flags.replace('y', '');
    this.flags = new Uint8Array(129);
    if (source.length === 1 && source !== '.') this.#addOne(source, flags.includes('i'));
    else this.#addAll();
    // With `i`, the long s (ſ) matches `s`, and the Kelvin sign matches `k`.
    if (flags.includes('i') && (this.flags[107] === 1 || this.flags[115] === 1)) this.flags[128] = 1;
  }

  #addOne(character: string, ignoreCase: boolean): void {
    for (const same of ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character])
      this.flags[Math.min(same.charCodeAt(0), 128)] = 1;
  }

  #addAll(): void {
    for (let code = 0; code < 128; code++) if (this.#test(code)) this.flags[code] = 1;
    if (/^\[\^|\\[pPSWDu]|\\x[89a-fA-F]|[^\x00-\x7f]/.test(this.#source)) this.flags[128] = 1;
  }

  #test(code: number): boolean {
    this.#pattern ??= new RegExp(`^${this.#source}$`, this.#caseFlags);
    return this.#pattern.test(String.fromCodePoint(code));
  }

  has(code: number): boolean {
    if (code < 128) return this.flags[code] === 1;
    if (this.flags[128] === 0) return false;
    let known = this.#others.get(code);
    if (known === undefined) {
      known = this.#test(code);
      this.#others.set(code, known);
    }
    return known;
  }
}
