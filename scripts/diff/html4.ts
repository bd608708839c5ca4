// Rewrites pages as jemoji and jekyll-mentions do, with libxml2 and with ours, and shows where they differ, shrunk.
//
//   REFERENCE=/path/to/jekyll npm run diff:html4 -- [--count N] [--seed S] [--files] [--most M] FOLDER...
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`. The pages are the folders'
// HTML files, as they are with --files; otherwise pieces of them with random tags, references and names put in.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseFragment } from '../../src/html4/parse.ts';
import { serializeFragment } from '../../src/html4/serialize.ts';
import { withPictures } from '../../src/plugins/jemoji/index.ts';
import { emojiByName } from '../../src/plugins/jemoji/names.ts';
import { withLinks } from '../../src/plugins/mentions.ts';
import { pick, Random } from './kramdown-documents.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    files: { type: 'boolean', default: false },
    most: { type: 'string', default: '10' },
  },
});
const command = process.env.REFERENCE;
if (!command) throw new Error('Set REFERENCE to the command that runs the real Jekyll.');

type Answer = Readonly<Record<'fragment' | 'emoji' | 'mentions', string>>;

const script = fileURLToPath(new URL('html4.rb', import.meta.url));
const gems = spawn(command, ['exec', 'github-pages', 'ruby', script], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: gems.stdout })[Symbol.asyncIterator]();

async function theirs(html: string): Promise<Answer> {
  gems.stdin.write(`${JSON.stringify({ html })}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error(`The reference ended at ${JSON.stringify(html)}`);
  return JSON.parse(value);
}

const names = emojiByName();

function ours(html: string): Answer {
  return {
    fragment: serializeFragment(parseFragment(html)),
    emoji: withPictures(html, names, () => 'https://github.githubassets.com/images/icons/') ?? html,
    mentions: withLinks(html, 'https://github.com') ?? html,
  };
}

const KINDS = ['fragment', 'emoji', 'mentions'] as const;

async function differing(html: string): Promise<(typeof KINDS)[number] | undefined> {
  const [gem, own] = [await theirs(html), ours(html)];
  return KINDS.find((kind) => gem[kind] !== own[kind]);
}

const TAGS =
  'a abbr address article b base blockquote body br button caption center code col colgroup dd del details div dl dt ' +
  'em embed fieldset figure font form h1 h2 head hr html i iframe img input kbd label legend li link main map menu meta nav ' +
  'noscript object ol optgroup option p param picture pre q s script section select small source span strong style sub ' +
  'summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var video xmp custom-tag x:y';
const PIECES = [
  ...TAGS.split(' ').flatMap((tag) => [`<${tag}>`, `</${tag}>`, `</${tag}>`, `<${tag} class="c">`, `<${tag}/>`]),
  ...['&', '&amp;', '&lt;', '&copy', '&copy;', '&lang;', '&#65;', '&#x1F600;', '&#0;', '&#;', '&nosuch;', '&lt;b&gt;'],
  ...['<', '>', '"', "'", '/', '=', ' ', '\n', '\t', '\r\n', '\0', '\ufffd', '\x01', '\u00a0', 'é', '😀', 'text', '1'],
  ...[
    '<!-- c -->',
    '<!---->',
    '<!-->',
    '<!-- c --!>',
    '<!--',
    '-->',
    '<!DOCTYPE html>',
    '<!x>',
    '<?php x ?>',
    '<?x>',
    '<? y>',
  ],
  ...['</ x>', '</>', '<_x>', '<a href="b c">', '<a name=x y>', "<img src='a\"b' alt>", '<input checked=x disabled>'],
  ...[':smile:', ':+1:', ':no_such:', '@octocat', '@a/b', '@a. ', '@mention', 'x@y', '&lt;i&gt;:heart:&lt;/div&gt;'],
];

function mutated(random: Random, pages: readonly string[]): string {
  const page = pick(random, pages);
  const start = random.below(page.length);
  let html = page.slice(start, start + random.below(600));
  for (let n = random.below(12); n > 0; n--) {
    const at = random.below(html.length + 1);
    const cut = random.below(4) === 0 ? random.below(30) : 0;
    html = html.slice(0, at) + pick(random, PIECES) + html.slice(at + cut);
  }
  return wellFormed(html);
}

/** Without halves of characters. */
const wellFormed = (html: string): string => html.replace(/[\ud800-\udfff]/gu, '');

async function shrunk(html: string): Promise<string> {
  let best = html;
  for (let size = best.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < best.length; ) {
      const next = wellFormed(best.slice(0, at) + best.slice(at + size));
      if ((await differing(next)) === undefined) at += size;
      else best = next;
    }
  }
  return best;
}

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((html) => html !== '');
}

const pages = folders.flatMap(htmlFiles);
if (pages.length === 0) throw new Error('The folders have no HTML files.');
const random = new Random(Number(args.seed));
const cases = args.files ? pages : Array.from({ length: Number(args.count) }, () => mutated(random, pages));
let different = 0;
for (const html of cases) {
  if ((await differing(html)) === undefined) continue;
  if (++different > Number(args.most)) continue;
  const small = await shrunk(html);
  const kind = (await differing(small))!;
  process.stdout.write(`${kind} of ${JSON.stringify(small)}\n`);
  process.stdout.write(`  theirs ${JSON.stringify((await theirs(small))[kind])}\n`);
  process.stdout.write(`  ours   ${JSON.stringify(ours(small)[kind])}\n`);
}
gems.stdin.end();
process.stdout.write(`${cases.length - different} of ${cases.length} pages the same, in three ways each\n`);
process.exitCode = different === 0 ? 0 : 1;
