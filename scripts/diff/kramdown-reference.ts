import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A text, and kramdown's options for it. */
export interface Case {
  text: string;
  options: Record<string, unknown>;
  ascii?: boolean;
  smartify?: boolean;
}

export interface Answer {
  html?: string;
  error?: string;
}

/** The real kramdown, kept open. */
export class Reference {
  readonly #process;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  /** @param command what runs Ruby in a stack: `command exec profile ruby script.rb` */
  constructor(command: string, profile: string) {
    const script = fileURLToPath(new URL('kramdown.rb', import.meta.url));
    this.#process = spawn(command, ['exec', profile, 'ruby', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift()?.(JSON.parse(line)));
    this.#process.on('exit', (code) => {
      if (code !== 0) throw new Error(`The reference ended with status ${code}`);
    });
  }

  ask(request: Case): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  close(): void {
    this.#process.stdin.end();
  }
}
