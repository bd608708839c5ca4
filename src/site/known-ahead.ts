// Detects templates that depend only on the configuration, such as `@import "skins/{{ site.skin | default: 'plain'
// }}"`.

import { type Grammar, TemplateParser } from '../liquid/syntax/parser.ts';
import type { Body, Expression } from '../liquid/syntax/tree.ts';
import { visit } from '../liquid/syntax/visit.ts';

/** @param isConfigured whether `site.KEY` is a configuration value, not something that Jekyll computes */
export function isKnownAhead(text: string, grammar: Grammar, isConfigured: (key: string) => boolean): boolean {
  let body: Body;
  try {
    body = new TemplateParser(text, grammar, { source: { path: '', text }, offset: 0 }, true).document();
  } catch {
    return false;
  }
  const isKnownValue = (value: Expression): boolean => {
    if (value.kind !== 'lookup') return true;
    const [key] = value.steps;
    return value.name === 'site' && typeof key === 'string' && isConfigured(key);
  };
  let isKnown = true;
  visit(body, {
    node(node) {
      if (node.kind === 'tag') isKnown = false;
    },
    filter(call) {
      if (call.name !== 'default') isKnown = false;
    },
    expression(value) {
      if (!isKnownValue(value)) isKnown = false;
    },
  });
  return isKnown;
}
