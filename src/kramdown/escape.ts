// Escapes HTML as kramdown does: in text and attributes, anything that looks like a character reference is kept.

const REFERENCE = '&(?:[\\w:][-\\w.:]*|#\\d+|#x[0-9a-fA-F]+);';
const TEXT = new RegExp(`${REFERENCE}|[<>&]`, 'g');
const ATTRIBUTE = new RegExp(`${REFERENCE}|[<>&"]`, 'g');

const escapeOne = (found: string) => {
  switch (found) {
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '&':
      return '&amp;';
    case '"':
      return '&quot;';
  }
  return found;
};

/** Escapes `< > &`. */
export function escapeHtml(text: string): string {
  return /[<>&]/.test(text) ? text.replace(/[<>&]/g, escapeOne) : text;
}

/** Escapes `< > &`, but keeps character references. */
export function escapeText(text: string): string {
  return /[<>&]/.test(text) ? text.replace(TEXT, escapeOne) : text;
}

/** Escapes `< > & "`, but keeps character references. */
export function escapeAttribute(text: string): string {
  return /[<>&"]/.test(text) ? text.replace(ATTRIBUTE, escapeOne) : text;
}
