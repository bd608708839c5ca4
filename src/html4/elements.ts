// HTML 4's elements as libxml2 2.13 treats them. Found by observing its parser and serialiser.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Elements without content and end tag. */
export const VOID = words('area base basefont br col frame hr img input isindex link meta param');

/** The serialiser breaks lines around these, unless they stand next to text. Unknown elements are not among them. */
export const BLOCK = words(`
  address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset
  h1 h2 h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style
  table tbody td tfoot th thead title tr ul
`);

/** Their text is neither parsed nor escaped. */
export const RAW = words('script style');

/** Attributes that are printed without a value. */
export const BOOLEAN = words(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected',
);

/** For each element on the left, the start tags (on the right) that close it when it is the open element. */
const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `a: a fieldset table td th
address: dd dl dt form li ul
b: center p td th
big: p
caption: col colgroup tbody tfoot thead tr
colgroup: colgroup tbody tfoot thead tr
dd: dt
dir: dd dl dt form ul
dl: form li
dt: dd dl
font: center td th
form: form
head: a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p pre q s samp small span strike strong sub sup table tt u ul var xmp
h1: fieldset form li p table
h2: fieldset form li p table
h3: fieldset form li p table
h4: fieldset form li p table
h5: fieldset form li p table
h6: fieldset form li p table
i: center p td th
legend: fieldset
li: li
listing: dd dl dt fieldset form li table ul
menu: dd dl dt form ul
ol: form
option: optgroup option
p: address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp
pre: dd dl dt fieldset form li table ul
s: p
script: noscript
small: p
span: td th
strike: p
style: body frameset
tbody: tbody tfoot
td: tbody td tfoot th tr
tfoot: tbody
th: tbody td tfoot th tr
thead: tbody tfoot
title: body frameset
tr: tbody tfoot tr
tt: p
u: p td th
ul: address form menu pre
xmp: dd dl dt fieldset form li table ul`
    .split('\n')
    .map((line) => line.split(': '))
    .map(([open, closing]) => [open!, words(closing!)]),
);

export const closes = (tag: string, open: string): boolean => CLOSED_BY.get(open)?.has(tag) ?? false;

const PRIORITIES: Readonly<Record<string, number>> = {
  div: 150,
  td: 160,
  th: 160,
  tr: 170,
  thead: 180,
  tbody: 180,
  tfoot: 180,
  table: 190,
  head: 200,
  body: 200,
  html: 220,
};

/** An end tag can't close an element of higher priority. */
export const endPriority = (tag: string): number => PRIORITIES[tag] ?? 100;
