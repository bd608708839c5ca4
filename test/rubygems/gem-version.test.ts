import { test } from 'uvu';
import { compareGemVersions, fitsRequirements, gemVersion, isPrerelease } from '../../src/rubygems/gem-version.ts';
import { REFUSED, testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['gem-version'], {
  gem_versions: (_, a: string, b: string) => {
    const versions = [gemVersion(a), gemVersion(b)];
    if (versions.includes(null)) return REFUSED;
    return [compareGemVersions(versions[0]!, versions[1]!), ...versions.map((version) => isPrerelease(version!))];
  },
  gem_fits: (_, version: string, ...wanted: string[]) => fitsRequirements(version, wanted) ?? REFUSED,
});

test.run();
