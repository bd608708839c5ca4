// A local source of gems and of repositories' archives, during a test.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  readonly gem: Uint8Array;
  /** As in the index: 'jekyll:>= 3.5&< 5.0,jekyll-feed:~> 0.9'. */
  readonly dependencies?: string;
  /** In place of the true one. */
  readonly checksum?: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export class ThemeServer {
  /** By 'NAME VERSION'. */
  readonly gems = new Map<string, Served>();
  /** By path; asked before the gems. */
  readonly answers = new Map<string, Answer>();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  url = '';
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  add(name: string, version: string, served: Served): void {
    this.gems.set(`${name} ${version}`, served);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url!;
    this.asked.push(path);
    const own = this.answers.get(path);
    if (own !== undefined) {
      own(request, response);
      return;
    }
    const info = /^\/info\/(.+)$/.exec(path)?.[1];
    const lines = [...this.gems].flatMap(([key, { gem, dependencies = '', checksum }]) => {
      const [name, version] = key.split(' ');
      const sum = checksum ?? createHash('sha256').update(gem).digest('hex');
      return name === info ? [`${version} ${dependencies}|checksum:${sum},ruby:>= 2.7.0`] : [];
    });
    const gem = [...this.gems].find(([key]) => path === `/gems/${key.replace(' ', '-')}.gem`)?.[1].gem;
    if (lines.length > 0) response.end(`---\n${lines.join('\n')}\n`);
    else if (gem !== undefined) response.end(gem);
    else {
      response.statusCode = 404;
      response.end('This rubygem could not be found.');
    }
  }
}

/** Runs with a server that is stopped afterwards. */
export async function withServer(use: (server: ThemeServer) => Promise<void>): Promise<void> {
  const server = await new ThemeServer().start();
  try {
    await use(server);
  } finally {
    server.stop();
  }
}
