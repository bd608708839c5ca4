import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { UsAscii } from '../../src/ruby/us-ascii.ts';
import type { RubyHash } from '../../src/ruby/values.ts';
import type { Answer, Fixture } from './fixture.ts';
import { collectingEnvironment, createHost, DATA, decode } from './site.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

function ours(compat: Compat, template: string): Answer {
  const { env, warnings } = collectingEnvironment(compat);
  try {
    const parsed = parseTemplate(template, env, { source: { path: 'page.html', text: template }, offset: 0 });
    const payload = decode(DATA) as RubyHash;
    const registers = { host: createHost(compat), page: payload.get('page') ?? null };
    const lax = warnings.map(({ message }) => message.replace('Liquid syntax error: ', ''));
    const rendered = renderTemplate(parsed, { payload, registers });
    const [text, usAscii] = [String(rendered), rendered instanceof UsAscii];
    if (!usAscii && lax.length === 0) return text;
    return { text, ...(usAscii ? { ascii: true as const } : {}), ...(lax.length > 0 ? { warnings: lax } : {}) };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    assert.ok(error.diagnostic.span, `no place: ${template}`);
    return { error: error.diagnostic.message };
  }
}

// Ruby names objects by their address, ends some messages with a line's end, and adds where an include was.
const words = (answer: Answer): Answer =>
  typeof answer === 'object' && 'error' in answer
    ? {
        error: answer.error
          .replace(/ included $/, '')
          .replace(/\s+/g, ' ')
          .trim(),
      }
    : answer;

for (const file of readdirSync(folder)) {
  for (const { about, cases } of JSON.parse(readFileSync(folder + file, 'utf8')) as Fixture[]) {
    test(`${file.replace('.json', '')}: ${about}`, () => {
      for (const [template, pages, four = pages] of cases) {
        assert.equal(words(ours('github-pages', template)), words(pages!), `github-pages: ${template}`);
        assert.equal(words(ours('jekyll-4', template)), words(four!), `jekyll-4: ${template}`);
      }
    });
  }
}

test.run();
