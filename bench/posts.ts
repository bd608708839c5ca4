// Whether a build stays linear in the posts: sites of 1,000 to 10,000 posts, built in memory, whose index lists all of
// them and whose layout reads each post's neighbours; milliseconds by phase, and microseconds per post.
//
//   npm run bench:posts [-- --posts 1000,2000,4000,10000] [--compat github-pages|jekyll-4]

import { parseArgs } from 'node:util';
import { build } from '../src/build/node.ts';
import type { Compat } from '../src/config/stacks.ts';
import { MemoryFiles } from '../src/files/memory.ts';
import { siteOfPosts } from './posts-site.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,2000,4000,10000' },
    compat: { type: 'string', default: 'jekyll-4' },
  },
});

const counts = values.posts.split(',').map(Number);
console.log(`${values.compat}, milliseconds by phase`);
for (const posts of counts) {
  const files = new MemoryFiles(siteOfPosts(posts, '/site'), 0);
  const from = performance.now();
  const { seconds } = await build({
    source: '/site',
    destination: '/out',
    compat: values.compat as Compat,
    now: 1_795_435_200,
    nwo: 'owner/name',
    files,
  });
  const all = performance.now() - from;
  const phases = Object.entries(seconds).map(([phase, s]) => `${phase} ${(s * 1000).toFixed(0)}`);
  console.log(
    `${String(posts).padStart(6)} posts: ${phases.join(', ')}; ${((all * 1000) / posts).toFixed(0)} µs a post`,
  );
}
