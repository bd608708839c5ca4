// HTML as CommonMark 0.29 recognises it, at the start of blocks and within text.

const TAG_NAME = '[A-Za-z][A-Za-z0-9-]*';
const SPACE = '[ \\t\\v\\f\\r\\n]';
const VALUE = `(?:[^ \\t\\r\\n\\v\\f"'=<>\`]+|'[^']*'|"[^"]*")`;
const ATTRIBUTE = `(?:${SPACE}+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:${SPACE}*=${SPACE}*${VALUE})?)`;
const OPEN_TAG = `<${TAG_NAME}${ATTRIBUTE}*${SPACE}*/?>`;
const CLOSING_TAG = `</${TAG_NAME}${SPACE}*>`;

/** A tag within text. */
export const TAG = new RegExp(`${OPEN_TAG}|${CLOSING_TAG}`, 'y');

const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|title|summary|table|tbody|td|tfoot|th|thead|tr|' +
  'track|ul';

/** How HTML blocks start, by the specification's numbers. */
const BLOCK_STARTS: readonly RegExp[] = [
  /^<(?:script|pre|textarea|style)(?:[ \t\v\f>]|$)/i,
  /^<!--/,
  /^<\?/,
  /^<![A-Z]/,
  /^<!\[CDATA\[/i,
  new RegExp(`^</?(?:${BLOCK_NAMES})(?:[ \\t\\v\\f]|/?>|$)`, 'i'),
  new RegExp(`^(?:${OPEN_TAG}|${CLOSING_TAG})[\\t\\f ]*$`),
];

/** How HTML blocks end that don't end with a blank line. */
export const HTML_BLOCK_ENDS: readonly (RegExp | undefined)[] = [
  undefined,
  /<\/(?:script|pre|textarea|style)>/i,
  /-->/,
  /\?>/,
  />/,
  /\]\]>/,
];

/** The specification's number of the HTML block that a line starts, or 0. */
export const htmlBlockType = (line: string): number => BLOCK_STARTS.findIndex((start) => start.test(line)) + 1;
