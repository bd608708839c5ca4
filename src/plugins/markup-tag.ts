// A tag that only looks at its markup when it is rendered.

import type { TagDefinition } from '../liquid/compile/environment.ts';
import type { Context } from '../liquid/runtime/context.ts';

export const markupTag = (render: (markup: string, context: Context) => string): TagDefinition => ({
  parse: (markup) => ({ render: (context) => render(markup, context) }),
});
