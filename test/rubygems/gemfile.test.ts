// Gemfiles and their locks, as Bundler reads them.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GemfileGem, parseGemfile } from '../../src/rubygems/gemfile.ts';
import { type LockedGem, parseGemfileLock } from '../../src/rubygems/gemfile-lock.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['gemfile', 'gemfile-lock'], {
  gemfile: (_, text: string) => {
    const { sources, gems } = parseGemfile(text);
    return [sources.map(withSlash), gems.map(asBundler)];
  },
  gemfile_lock: (_, text: string) => [...parseGemfileLock(text).values()].map(lockedAsBundler).sort(),
});

/** Bundler writes a URL with a slash at its end, a requirement with its operator, and an empty list of groups. */
function asBundler({ name, requirements, groups, source, path, git }: GemfileGem): unknown[] {
  const asked = requirements.map((text) => text.replace(/^([!=<>~]*)\s*/, (_, operator) => `${operator || '='} `));
  const origin = git ? { git: git.url, ref: git.ref } : path ? { path } : source && { sources: [withSlash(source)] };
  return [
    name,
    asked.length === 0 ? ['>= 0'] : asked.sort(),
    groups.length === 0 ? ['default'] : [...groups].sort(),
    origin,
  ];
}

function lockedAsBundler({ name, version, kind, remotes, revision }: LockedGem): unknown[] {
  const [first] = remotes;
  const origin = { gem: { sources: [...remotes].sort() }, git: { git: first, ref: 'main' }, path: { path: first } }[
    kind
  ];
  return [name, version, origin, revision];
}

const withSlash = (address: string): string => address.replace(/\/*$/, '/');

test('a gemspec, symbols for sources, and what only Ruby knows', () => {
  assert.equal(parseGemfile('gemspec\ngemspec path: "theme", name: "x"\n').gemspecs, ['.', 'theme']);
  assert.equal(parseGemfile('source :rubygems\n').sources, parseGemfile('source "https://rubygems.org"\n').sources);
  const { gems } = parseGemfile('gem "a", ENV["A"] || "1"\ngem "b", "~> 1" if ENV["B"]\ngem "c", "#{x}", "2"\n');
  assert.equal(
    gems.map(({ name, requirements }) => [name, requirements]),
    [
      ['a', ['1']],
      ['c', ['2']],
    ],
  );
});

test('checksums of a lock belong to their gems', () => {
  const lock = `GEM\n  remote: https://gems.example/\n  specs:\n    a (1.0)\n    b (2.0)\n\nCHECKSUMS\n  a (1.0) sha256=${'0f'.repeat(32)}\n  b (2.0)\n`;
  const gems = parseGemfileLock(lock);
  assert.equal([gems.get('a')?.checksum, gems.get('b')?.checksum], ['0f'.repeat(32), null]);
});

test.run();
