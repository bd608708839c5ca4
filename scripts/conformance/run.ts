// One build of one site, by a command that the caller gives.

import { spawn } from 'node:child_process';

export interface Run {
  /** 0 if the site was built. */
  readonly status: number | 'timeout';
  /** Wall time of the whole process. */
  readonly seconds: number;
  /** The line of its output that says why it failed; '' if it didn't. */
  readonly said: string;
}

/** The values for a command's placeholders, `{site}` and so on. */
export interface Filling {
  readonly profile: string;
  /** The site's folder. */
  readonly site: string;
  /** Where the site goes. */
  readonly out: string;
}

/** The environment of both builds, except for the clock, which each command sets in its own way. */
export const CONDITIONS = { TZ: 'UTC', LC_ALL: 'C.UTF-8', JEKYLL_ENV: 'production', PAGES_ENV: 'dotcom' } as const;

/** @param limit seconds after which the process is killed */
export function runBuild(command: string, filling: Filling, env: NodeJS.ProcessEnv, limit: number): Promise<Run> {
  const [program, ...args] = command
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => fill(word, filling));
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let said = '';
    // Its own process group: a reference may be a shell that starts another process.
    const child = spawn(program!, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid!, 'SIGKILL');
    }, limit * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${program} can't be run: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const seconds = (performance.now() - from) / 1000;
      const status = late ? 'timeout' : (code ?? 1);
      resolve({ status, seconds, said: status === 0 ? '' : reason(said, filling.site) });
    });
  });
}

export const fill = (text: string, filling: Filling): string =>
  text.replace(/\{(profile|site|out)\}/g, (_, name: keyof Filling) => filling[name]);

/** The line that names the error, without the paths of this machine. */
function reason(said: string, site: string): string {
  const lines = said
    .replace(/\x1b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.find((text) => /\b(?:error|exception)\b/i.test(text)) ?? lines.at(-1) ?? '';
  return line
    .replaceAll(`${site}/`, '')
    .replace(/(?:\/[\w.+-]+){2,}\//g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}
