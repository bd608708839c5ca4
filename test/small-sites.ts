// Small sites as text, in the format of test/cases.ts: the files of a site, and what Jekyll makes of it under both stacks
// (scripts/goldens/small-sites.ts). A part `config` is added to CONFIG, which is the _config.yml of every site.
//
//   %%% the name of the site
//   %% config
//   permalink: pretty
//   %% file about.md
//   …
//   %% output about/index.html
//   …
//   %% not written about.html
//
// Where Jekyll stops, `stops` has its words; build-site has words of its own.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../src/diagnostics/diagnostic.ts';
import { type Case, casesIn, noGolden, partFor, partsOf } from './cases.ts';
import { buildInMemory } from './site/memory-site.ts';

export const SMALL_SITES = ['content/sites', 'site/sites', 'config/sites'];
export const STACKS = ['github-pages', 'jekyll-4'] as const;
type Stack = (typeof STACKS)[number];

export interface Built {
  readonly stops: string | null;
  /** By path; null for one that is not written. */
  readonly outputs: Readonly<Record<string, string | null>>;
}

const CONFIG = 'url: https://example.org\nbaseurl: ""\ntheme: null\ntimezone: UTC\n';
const FILE = /^file (.+)$/;
const OUTPUT = /^(?:output|not written) (.+?)(?: (?:github-pages|jekyll-4))?$/;

export function filesOf({ parts }: Case): Record<string, string> {
  const files = [...parts].flatMap(([name, text]) => {
    const path = FILE.exec(name)?.[1];
    return path === undefined ? [] : [[path, text] as const];
  });
  return { '_config.yml': `${CONFIG}${parts.get('config') ?? ''}`, ...Object.fromEntries(files) };
}

export const outputsOf = ({ parts }: Case): string[] => [
  ...new Set([...parts.keys()].flatMap((name) => OUTPUT.exec(name)?.[1] ?? [])),
];

export function answered(one: Case, answers: readonly (readonly [Stack, Built])[]): Case {
  const all = (name: string, of: (built: Built) => string | undefined): [string, string][] =>
    partsOf(
      name,
      answers.map(([stack, built]) => [stack, of(built)]),
    );
  return {
    name: one.name,
    parts: new Map([
      ...[...one.parts].filter(([name]) => name === 'config' || FILE.test(name)),
      ...all('stops', ({ stops }) => (stops === null ? undefined : `${stops}\n`)),
      ...outputsOf(one).flatMap((path) => [
        ...all(`output ${path}`, ({ outputs, stops }) => (stops === null ? (outputs[path] ?? undefined) : undefined)),
        ...all(`not written ${path}`, ({ outputs, stops }) =>
          stops === null && outputs[path] === null ? '' : undefined,
        ),
      ]),
    ]),
  };
}

/** A test for each site of a folder under each stack. */
export function testSmallSites(folder: URL): void {
  for (const one of casesIn(folder)) {
    for (const stack of STACKS) {
      test(`${one.file}, ${stack}: ${one.name}`, async () => {
        if (partFor(one.parts, 'stops', stack) !== undefined) {
          const error = await buildInMemory(filesOf(one), { compat: stack }).catch((error: unknown) => error);
          assert.instance(error, BuildError);
          return;
        }
        assert.ok(outputsOf(one).length > 0, 'the site names no output');
        const built = await buildInMemory(filesOf(one), { compat: stack });
        for (const path of outputsOf(one)) {
          const [expected, actual] = [partFor(one.parts, `output ${path}`, stack) ?? null, built.output(path)];
          // A new site names its outputs without their contents.
          if (expected === '' && actual !== '') throw new Error(`${path}: empty, or ${noGolden('small-sites')}`);
          assert.is(actual, expected, path);
        }
      });
    }
  }
}
