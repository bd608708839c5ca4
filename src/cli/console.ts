// All that is printed. A terminal shows where a build is; a pipe gets plain lines in Jekyll's form (a topic, then what
// there is to say); quiet leaves errors only. Warnings and errors go to stderr. Nothing that is printed holds a password of
// an address, or a control character that isn't ours.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format.ts';
import { redact } from '../diagnostics/redact.ts';
import { visible } from '../diagnostics/visible.ts';

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface ConsoleOptions {
  readonly out: Stream;
  readonly err: Stream;
  /** NO_COLOR, FORCE_COLOR and TERM are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Where a topic ends, as in Jekyll. */
const TOPIC = 20;
const CLEAR = '\r\x1b[K';

export class Console {
  readonly #options: ConsoleOptions;
  #progress = false;
  warnings = 0;

  constructor(options: ConsoleOptions) {
    this.#options = options;
  }

  get verbose(): boolean {
    return this.#options.verbose === true && this.#options.quiet !== true;
  }

  /** An answer that was asked for: help, the version. */
  print(text: string): void {
    this.#options.out.write(`${safe(text)}\n`);
  }

  /** `topic: message`, the topic's end aligned. */
  line(topic: string, message: string): void {
    if (this.#options.quiet === true) return;
    this.#clear();
    this.#options.out.write(`${`${topic} `.padStart(TOPIC)}${safe(message.replace(/\s+/g, ' '))}\n`);
  }

  /** Lines as they stand. */
  block(text: string): void {
    if (this.#options.quiet === true) return;
    this.#clear();
    this.#options.out.write(safe(text));
  }

  /** Where the build is: shown on a terminal, in one line that is written over. */
  progress(phase: string, done?: number, total?: number): void {
    const { out, quiet } = this.#options;
    if (quiet === true || out.isTTY !== true) return;
    const name = `${phase.charAt(0).toUpperCase()}${phase.slice(1)}...`;
    out.write(
      `${CLEAR}${`${name} `.padStart(TOPIC)}${done === undefined ? '' : total === undefined ? done : `${done}/${total}`}`,
    );
    this.#progress = true;
  }

  diagnostic(diagnostic: Diagnostic): void {
    const { err, quiet } = this.#options;
    if (diagnostic.severity === 'warning') this.warnings++;
    if (quiet === true && diagnostic.severity !== 'error') return;
    this.#clear();
    err.write(formatDiagnostic(diagnostic, { color: this.#colors(err), width: err.columns }));
  }

  /** A line of an error's background (a stack). */
  detail(text: string): void {
    this.#clear();
    this.#options.err.write(`${safe(text)}\n`);
  }

  #clear(): void {
    if (this.#progress) this.#options.out.write(CLEAR);
    this.#progress = false;
  }

  #colors(stream: Stream): boolean {
    const { NO_COLOR, FORCE_COLOR, TERM } = this.#options.env;
    if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    return stream.isTTY === true && TERM !== 'dumb';
  }
}

const safe = (text: string): string => visible(redact(text));
