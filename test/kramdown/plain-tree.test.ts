import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convert, type Element, type ElementType, type GivenOptions, parse, toHtml } from '../../src/kramdown/index.ts';

const EVERYTHING = `{:toc-place: .contents}

* contents
{:toc}

# Header

Text "quoted" -- *em* **strong** \`code\` &copy; \\
[link](/to "title") ![image](/i.png) HTML $$x$$ <b>span</b> <!-- span --> {::comment}gone{:/}{::nomarkdown}<i>{:/}[^1]

> quotation
{: .quoted}

~~~ ruby
code
~~~

1. one
2. two

term
: definition

* * *

| a | b |
|---|---|
| c | d |
|===|===|
| e | f |

<div class="raw"><p>copied &amp; kept</p></div>

<div markdown="1">
<?php echo ?>
inside [^1]
</div>

<script>raw()</script>

<div><?xml instruction?><p markdown="1">*x*</p></div>

$$
y
$$

[^1]: note [^1] with HTML

*[HTML]: Hyper Text
`;

// HTML can leave a cell that isn't in a table. Nothing else makes one of these.
const CELL = '<div markdown="1">\n<p>a</p>\n<th>b</th>\n</div>\n';

/** Types that only occur during parsing. */
type Unfinished = 'raw_text' | 'eob';
const FINISHED: Readonly<Record<Exclude<ElementType, Unfinished>, true>> = {
  root: true,
  blank: true,
  p: true,
  header: true,
  blockquote: true,
  codeblock: true,
  ul: true,
  ol: true,
  li: true,
  dl: true,
  dt: true,
  dd: true,
  hr: true,
  table: true,
  thead: true,
  tbody: true,
  tfoot: true,
  tr: true,
  td: true,
  th: true,
  math: true,
  text: true,
  br: true,
  a: true,
  img: true,
  codespan: true,
  em: true,
  strong: true,
  entity: true,
  typographic_sym: true,
  smart_quote: true,
  abbreviation: true,
  footnote: true,
  footnote_def: true,
  html_element: true,
  xml_comment: true,
  xml_pi: true,
  comment: true,
  raw: true,
};

const OPTIONS: GivenOptions = { input: 'GFM', hardWrap: false, mathEngine: 'mathjax', syntaxHighlighter: null };

function typesIn(el: Element, types = new Set<string>()): Set<string> {
  types.add(el.type);
  for (const child of el.children) typesIn(child, types);
  return types;
}

/** The path of the first part of a value that isn't a string, number, boolean, null, array, map or bare object. */
function notPlain(value: unknown, path: string): string | null {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return null;
  if (value instanceof Map) return notPlain([...value], path);
  if (typeof value !== 'object') return path;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return path;
  for (const [key, { get, value: part }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    const found = get ? `${path}.${key}` : notPlain(part, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

test('a tree of all types of elements is plain data', () => {
  const document = parse(EVERYTHING, OPTIONS);
  const cell = parse(CELL, { ...OPTIONS, htmlToNative: true });
  const types = typesIn(document.root, typesIn(cell.root));
  for (const content of document.context.footnotes.values()) typesIn(content, types);
  assert.equal([...types].sort(), Object.keys(FINISHED).sort());
  assert.is(notPlain(document, 'document'), null);
  assert.is(notPlain(cell, 'document'), null);
});

test('a clone of a document gives the same HTML', () => {
  const { html } = convert(EVERYTHING, OPTIONS);
  const document = parse(EVERYTHING, OPTIONS);
  const clone = structuredClone(document);
  assert.equal(clone, document);
  assert.is(toHtml(clone, OPTIONS).html, html);
});

test('a document that went through JSON gives the same HTML', () => {
  const { html } = convert(EVERYTHING, OPTIONS);
  const json = JSON.stringify(parse(EVERYTHING, OPTIONS), (_, value) =>
    value instanceof Map ? { map: [...value] } : value,
  );
  const document = JSON.parse(json, (_, value) => (Array.isArray(value?.map) ? new Map(value.map) : value));
  assert.is(toHtml(document, OPTIONS).html, html);
});

test("printing doesn't change a document", () => {
  const document = parse(EVERYTHING, OPTIONS);
  const before = structuredClone(document);
  const { html } = toHtml(document, OPTIONS);
  assert.equal(document, before);
  assert.is(toHtml(document, OPTIONS).html, html);
});

test('raw HTML is one node, unless its elements are needed', () => {
  const text = '<div><p>a</p></div>\n';
  const childrenOf = (options: GivenOptions, source = text) =>
    parse(source, options).root.children[0]!.children.map(({ type, value }) => [type, value]);
  assert.equal(childrenOf(OPTIONS), [['raw', '<p>a</p>']]);
  assert.equal(childrenOf({ ...OPTIONS, removeLineBreaksForCjk: true }), [['html_element', 'p']]);
  assert.equal(childrenOf(OPTIONS, `${text}\n{::options html_to_native="true" /}\n`), [['html_element', 'p']]);
});

test.run();
