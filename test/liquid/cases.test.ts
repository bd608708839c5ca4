// test/liquid/cases: what Jekyll's Liquid makes of templates, under both stacks.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { UsAscii } from '../../src/ruby/us-ascii.ts';
import type { RubyHash } from '../../src/ruby/values.ts';
import { casesIn, expectAnswer } from '../cases.ts';
import { type Answer, answerOf, oneLine, STACKS, type StackName } from './golden.ts';
import { collectingEnvironment, createHost, DATA, decode } from './site.ts';

function render(stack: StackName, template: string): Answer {
  const { env, warnings } = collectingEnvironment(stack);
  try {
    const parsed = parseTemplate(template, env, { source: { path: 'page.html', text: template }, offset: 0 });
    // Before rendering, whose warnings Jekyll prints elsewhere.
    const messages = warnings.map(({ message }) => message.replace('Liquid syntax error: ', ''));
    const payload = decode(DATA) as RubyHash;
    const registers = { host: createHost(stack), page: payload.get('page') ?? null };
    const text = renderTemplate(parsed, { payload, registers });
    return { text: String(text), isAscii: text instanceof UsAscii, warnings: messages };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    assert.ok(error.diagnostic.span, 'the error has no place');
    return { error: oneLine(error.diagnostic.message) };
  }
}

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  for (const stack of STACKS) {
    test(`${one.file}, ${stack}: ${one.name}`, () => {
      expectAnswer(one, ['output', 'error'], 'liquid');
      assert.equal(render(stack, one.parts.get('template')!), answerOf(one, stack));
    });
  }
}

test.run();
