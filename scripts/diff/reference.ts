import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a script in Ruby says of a request. */
export interface Answer {
  html?: string;
  error?: string;
}

/** A real gem, kept open: a script that answers one JSON request per line. */
export class Reference<Request, Reply = Answer> {
  readonly #process;
  readonly #waiting: ((answer: Reply) => void)[] = [];

  /**
   * @param command what runs Ruby in a stack: `command exec compat ruby script.rb`
   * @param script the script's name, beside this file
   */
  constructor(command: string, compat: string, script: string) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.#process = spawn(command, ['exec', compat, 'ruby', path], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift()?.(JSON.parse(line)));
    this.#process.on('exit', (code) => {
      if (code !== 0) throw new Error(`The reference ended with status ${code}`);
    });
  }

  ask(request: Request): Promise<Reply> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  close(): void {
    this.#process.stdin.end();
  }
}
