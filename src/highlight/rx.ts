type Part = string | RegExp;

function source(strings: TemplateStringsArray, parts: readonly Part[]): string {
  // A template can't hold a bare backquote.
  const raw = strings.raw.map((text) => text.replaceAll('\\`', '`'));
  return String.raw({ raw }, ...parts.map((part) => (typeof part === 'string' ? part : part.source)));
}

/** A pattern put together from named parts: rx`${name}\s*\(`. */
export function rx(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts));
}

/** As `rx`, in any case. */
export function rxi(strings: TemplateStringsArray, ...parts: readonly Part[]): RegExp {
  return new RegExp(source(strings, parts), 'i');
}
