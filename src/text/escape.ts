const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** CGI.escapeHTML. */
export const htmlEscape = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => HTML[character]!) : text;

/** String#encode(xml: :attr) without its quotes, as Jekyll's xml_escape uses it. */
export const xmlEscape = (text: string): string => htmlEscape(text).replaceAll('&#39;', '&apos;');
