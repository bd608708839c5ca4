/** CGI.escapeHTML. */
export function htmlEscape(text: string): string {
  let from = 0;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const entity = escapeOf(text.charCodeAt(i));
    if (entity === '') continue;
    out += text.slice(from, i) + entity;
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function escapeOf(unit: number): string {
  // All characters that need escaping are in this range.
  if (unit > 62 || unit < 34) return '';
  switch (unit) {
    case 38:
      return '&amp;';
    case 60:
      return '&lt;';
    case 62:
      return '&gt;';
    case 34:
      return '&quot;';
    case 39:
      return '&#39;';
    default:
      return '';
  }
}

/** String#encode(xml: :attr) without the surrounding quotes, as Jekyll's xml_escape uses it. */
export const xmlEscape = (text: string): string => htmlEscape(text).replaceAll('&#39;', '&apos;');
