// A page whose content a plugin computes when it is rendered, where the gem has a Liquid template of its own.

import { Page, type PageInput } from '../content/page.ts';
import type { Context } from '../liquid/context.ts';
import { TagState } from '../liquid/context.ts';
import type { LiquidEnvironment } from '../liquid/environment.ts';
import type { Template } from '../liquid/template.ts';

/** The text of a page; it sees what a template in its place would see (site, page, paginator …). */
export type Compute = (context: Context) => string;

export class ComputedPage extends Page {
  readonly #compute: Compute;

  constructor(input: PageInput, compute: Compute) {
    super({ className: 'Jekyll::PageWithoutAFile', ...input });
    this.#compute = compute;
  }

  /** A template with a single node, which computes. */
  template(env: LiquidEnvironment): Template {
    const content = { render: this.#compute, blank: false, block: false };
    const definition = { parse: () => content };
    const node = { kind: 'tag', name: this.name, content, definition, blank: false, block: false, start: 0, end: 0 };
    return {
      env,
      source: { path: this.relativePath, text: '' },
      body: { nodes: [node as never], blank: false },
      state: new TagState(),
    };
  }
}
