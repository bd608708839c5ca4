// BUILD_SITE_DEBUG=theme,plugins prints what a build decides about these, and why; `*` stands for everything.

import { DEBUG_TOPICS, type Debug, isDebugTopic } from '../diagnostics/debug.ts';
import type { Context } from './context.ts';

export function debugging({ env, console }: Context): Debug {
  const names = (env.BUILD_SITE_DEBUG ?? '').split(',').flatMap((name) => name.trim() || []);
  if (names.length === 0) return undefined;
  for (const name of names) {
    if (name === '*' || isDebugTopic(name)) continue;
    console.diagnostic({
      code: 'environment',
      severity: 'warning',
      message: `BUILD_SITE_DEBUG has no topic '${name}'`,
      hint: `The topics are ${Object.keys(DEBUG_TOPICS).join(', ')}, and * for all of them.`,
    });
  }
  return (topic, message) => {
    if (names.includes(topic) || names.includes('*')) console.detail(`${topic}: ${message}`);
  };
}
