import { test } from 'uvu';
import { compareGemVersions, fitsRequirements, gemVersion, isPrerelease } from '../../src/rubygems/gem-version.ts';
import { REFUSED, testFixture } from '../ruby/fixture.ts';

testFixture(new URL('./fixtures/gem-version.json', import.meta.url), {
  gem_versions: (_, a: string, b: string) => {
    const versions = [gemVersion(a), gemVersion(b)];
    if (versions.includes(null)) return REFUSED;
    return [compareGemVersions(versions[0]!, versions[1]!), ...versions.map((version) => isPrerelease(version!))];
  },
  gem_fits: (_, version: string, ...wanted: string[]) => fitsRequirements(version, wanted) ?? REFUSED,
});

test.run();
