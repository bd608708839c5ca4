// test/html4/fixtures/html4.json: pieces of HTML, and how libxml2 writes them anew.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const file = join(folder, '../../test/html4/fixtures/html4.json');
const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const INPUTS: readonly string[] = [
  '<p>One<br/>two</p>\n<hr />\n<p></p>',
  '<div><p>a</p><p>b</p></div>',
  '<div><p>a</p> <p>b</p></div>',
  '<div><span>a</span><p>b</p>text</div>',
  '<section><p>a</p><p>b</p></section><nav><ul><li>x</li><li>y</li></ul></nav>',
  '<ul><li>one<li>two</ul>after',
  '<ul><li></li><li>x</li></ul>',
  '<p>open<p>next<div>block</div>tail</p>',
  '<table><tr><td>1<td>2<tr><th>3</table>',
  '<table><thead><tr><th>H</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>',
  '<a href="x y&z" title="it\'s &quot;so&quot;">q</a><a name="a b">n</a>',
  '<img src="ü.png" alt=\'"\'><img alt=""><img alt>',
  '<input type=checkbox checked disabled="disabled" data-x=1 data-x=2>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><custom-tag/>x',
  '<script>if (a < b && c) { d("</p>") }</script><style>a > b { }</style>',
  '<script></p>x</script>',
  '&amp; &copy; &nbsp; &lt; &foo; &copy &#65; &#x1F600; & a',
  '1 < 2 > 3 </ z> <3',
  '<!-- a comment --><b>x</b><!doctype html><?php echo ?>',
  '</p>a</div>b</span>',
  '<b><i>x</b>y</i>',
  '<span><div>x</span>y</div>z',
  '<h2><em>a</em> b <code>c</code></h2><h2>d<p>e</h2>',
  '<pre>\n a\n  b</pre><dl><dt>t<dd>d<dt>u</dl>',
  '  leading <b> and </b> trailing  ',
  'a\u0001b<i class="c\u0002d">e</i>\r\n',
  '<select><option>1<option selected>2</select>',
  '<details><summary>s</summary>t</details><figure><img src=a><figcaption>c</figcaption></figure>',
  '<_x>a<:y>b<!-->c<!--->d<!-- e --!>f<!---->g<!x>h<!DOCTYPE html "a>b">i',
  '<?php   x ?>a<?x>b<? y ?>c<?php=1>d<?open',
  '&lang;&rceil;&vellip;&#0;a&#;b&#x;c<b title="d&#0;e">f</b>',
  '<x/><html/>a<div><body/>b</div>c<html lang=en>d</html>e<head>f</head>',
  'a</body>b<p>c</p></html> d<body>e',
  '<BODY class=x>a<p>b</p></BODY>\n',
  '<script><noscript></script><p x-on:click class=c @x>a</p><div><i x-on:click class=c>b</i></div>',
  '<style>a</b>c</style><style></p>d</style ><embed src=x>e',
  `${'<div>'.repeat(255)}a${'<b>c'.repeat(2)}`,
  'a\0b\ufffd<i>\0c</i>d',
  '<b title="e\0f">g</b>',
  '<b\0>h',
  'i</b\0>j',
  'k&amp;l\0&amp;\0m',
  '&n\0o',
  '<!-- p\0 --><?q r\0?><script>s\0</script>t<style>\0u</style>',
  '<!x\0>v',
  '&#\u000165;&am\u0001p;<b title="&#\u00010;w">x</b>',
  '<a title="&{x}y <!-- z -->">b</a><p.x>c<p>d<p.x>e',
];

const { stdout, stderr, status } = spawnSync(reference, ['exec', 'github-pages', 'ruby', join(folder, 'plugins.rb')], {
  input: `${INPUTS.map((html) => JSON.stringify(html)).join('\n')}\n`,
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
const outputs = stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as string);
const text = `${JSON.stringify(
  INPUTS.map((html, i) => [html, outputs[i]]),
  null,
  2,
)}\n`;
const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
const same = known !== '' && JSON.stringify(JSON.parse(known)) === JSON.stringify(JSON.parse(text));
process.stdout.write(`  html4: ${same ? 'the same' : 'different'}\n`);
if (!same && process.argv.includes('--write')) writeFileSync(file, text);
else if (!same) process.exitCode = 1;
