// Everything that is printed. A terminal shows progress; a pipe gets plain lines in Jekyll's form (a topic, then the
// message); quiet prints errors only. Warnings and errors go to stderr. Passwords in URLs and control characters that
// aren't ours are never printed.

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
  /** NO_COLOR, FORCE_COLOR and TERM are respected. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** The column where a topic ends, as in Jekyll. */
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

  /** Output that was asked for: the help, the version. */
  print(text: string): void {
    this.#options.out.write(`${safe(text)}\n`);
  }

  /** `topic: message`, with the topic right-aligned. */
  line(topic: string, message: string): void {
    if (this.#options.quiet === true) return;
    this.#clear();
    this.#options.out.write(`${`${topic} `.padStart(TOPIC)}${safe(message.replace(/\s+/g, ' '))}\n`);
  }

  /** Prints lines unchanged. */
  block(text: string): void {
    if (this.#options.quiet === true) return;
    this.#clear();
    this.#options.out.write(safe(text));
  }

  /** Shows progress on a terminal, in a single line that is overwritten. */
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

  /** Extra detail of an error, such as a line of its stack. */
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
