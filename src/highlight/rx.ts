type Part = string | RegExp;

function source(strings: TemplateStringsArray, parts: readonly Part[]): string {
  const text = String.raw(strings, ...parts.map((part) => (typeof part === 'string' ? part : part.source)));
  // A template can't hold a bare backquote.
  return text.replaceAll('\\`', '`');
}

/** A pattern put together from named parts: rx`${name}\s*\(`. */
export function rx(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts));
}

/** As `rx`, in any case. */
export function rxi(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts), 'i');
}
