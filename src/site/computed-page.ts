// A page whose content a plugin computes during rendering, where the gem uses a Liquid template.

import { Page, type PageInput } from '../content/page.ts';
import type { LiquidEnvironment } from '../liquid/compile/environment.ts';
import type { Context, Template } from '../liquid/runtime/context.ts';
import { TagState } from '../liquid/runtime/context.ts';

/** Computes the content; the context has what a template would see (site, page, paginator …). */
export type Compute = (context: Context) => string;

export class ComputedPage extends Page {
  readonly #compute: Compute;

  constructor(input: PageInput, compute: Compute) {
    super({ className: 'Jekyll::PageWithoutAFile', ...input });
    this.#compute = compute;
  }

  /** A template that computes its output. */
  template(env: LiquidEnvironment): Template {
    return {
      env,
      source: { path: this.relativePath, text: '' },
      render: this.#compute,
      state: new TagState(),
    };
  }
}
