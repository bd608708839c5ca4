// What kramdown knows about HTML elements (parser/html.rb). Lists of facts.

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

/** Elements that don't start a block at the beginning of a line; later versions have more. */
export const SPAN_NAMES = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ' +
    'ruby samp select small span strong sub sup tt u var',
);

/** Elements that can't occur within text. */
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

/** How an element's content is parsed if Markdown is enabled in it. */
export function contentModel(name: string): ContentModel {
  return CONTENT_MODEL.get(name) ?? 'raw';
}

const KNOWN: ReadonlySet<string> = new Set([...BLOCK_ELEMENTS, ...ELEMENTS_WITHOUT_BODY, ...CONTENT_MODEL.keys()]);

/**
 * Elements whose names and attributes are always written in lower case.
 * @param spans the span elements of this version of kramdown
 */
export function isHtmlElement(name: string, spans: ReadonlySet<string>): boolean {
  return spans.has(name) || KNOWN.has(name);
}
