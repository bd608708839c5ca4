// What kramdown knows of HTML's elements (parser/html.rb). Lists of facts.

import type { ContentModel } from '../element.ts';

const words = (text: string) => text.split(' ');

const MODEL_BLOCK = words(
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup ' +
    'iframe li main map menu nav noscript object section summary td',
);
const MODEL_SPAN = words(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc ' +
    'rp rt rtc ruby select small span strong sub sup th tt',
);
const MODEL_RAW = words('script style math option textarea pre code kbd samp var');

const SPAN = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ' +
    'ruby samp select small span strong sub sup tt u var',
);

/** Elements that don't make a block where a line begins with them. */
export const SPAN_ELEMENTS: Readonly<Record<'2.4.0' | '2.5.2', ReadonlySet<string>>> = {
  '2.4.0': new Set(SPAN),
  '2.5.2': new Set([...SPAN, 'time']),
};

/** Elements that can't stand within a text. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  words(
    'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 ' +
      'h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary ' +
      'table tbody td th thead tfoot tr ul',
  ),
);

export const ELEMENTS_WITHOUT_BODY: ReadonlySet<string> = new Set(
  words('area base br col command embed hr img input keygen link meta param source track wbr'),
);

const CONTENT_MODEL: ReadonlyMap<string, ContentModel> = new Map<string, ContentModel>([
  ...MODEL_BLOCK.map((name) => [name, 'block'] as const),
  ...MODEL_SPAN.map((name) => [name, 'span'] as const),
  ...MODEL_RAW.map((name) => [name, 'raw'] as const),
]);

/** How an element's content is read where Markdown is asked for. */
export function contentModel(name: string): ContentModel {
  return CONTENT_MODEL.get(name) ?? 'raw';
}

const KNOWN_2_4: ReadonlySet<string> = new Set([
  ...SPAN,
  ...BLOCK_ELEMENTS,
  ...ELEMENTS_WITHOUT_BODY,
  ...CONTENT_MODEL.keys(),
]);
const KNOWN_2_5: ReadonlySet<string> = new Set([...KNOWN_2_4, 'time']);

/** Elements whose names and attributes are written in lower case whatever the text does. */
export function isHtmlElement(name: string, version: '2.4.0' | '2.5.2'): boolean {
  return (version === '2.4.0' ? KNOWN_2_4 : KNOWN_2_5).has(name);
}
