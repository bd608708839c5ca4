// test/content/sites: small sites, and what Jekyll makes of them.

import { test } from 'uvu';
import { testSmallSites } from '../small-sites.ts';

testSmallSites(new URL('sites/', import.meta.url));

test.run();
