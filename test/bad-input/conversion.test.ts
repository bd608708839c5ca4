// Stylesheets and Markdown with mistakes.

import { test } from 'uvu';
import { page, testStops } from './check.ts';

testStops({
  'a footnote that is referenced and empty': {
    files: { 'a.md': page('x[^a]\n\n[^a]:[^b]:') },
    at: 'a.md',
    says: /footnote/,
  },
  'a Sass error': {
    files: { 'main.scss': '---\n---\na {\n  color: $nope;\n}\n' },
    at: 'main.scss:4:10',
    says: /Undefined variable/,
  },
});

test.run();
