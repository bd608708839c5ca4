// Splits a template into text, `{% … %}` and `{{ … }}`.

export interface Token {
  readonly text: string;
  /** Offset in the template. */
  readonly start: number;
}

/**
 * The tokens of a template, none of them empty. A `{{` ends at the first `}`, or after the second if there are two; an
 * unclosed tag or output becomes a token of its two braces, which the parser then rejects. (Liquid 4.0.4,
 * TemplateParser.) Takes linear time.
 */
export function tokenize(template: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  let at = template.indexOf('{');
  // If a search for an end has failed once, later ones fail too.
  let noTagEnd = false;
  let noOutputEnd = false;
  while (at >= 0) {
    const next = template[at + 1];
    if (next !== '%' && next !== '{') {
      at = template.indexOf('{', at + 1);
      continue;
    }
    let end = at + 2;
    if (next === '%' && !noTagEnd) {
      const close = template.indexOf('%}', end);
      if (close < 0) noTagEnd = true;
      else end = close + 2;
    } else if (next === '{' && !noOutputEnd) {
      const close = template.indexOf('}', end);
      if (close < 0) noOutputEnd = true;
      else end = template[close + 1] === '}' ? close + 2 : close + 1;
    }
    if (at > from) tokens.push({ text: template.slice(from, at), start: from });
    tokens.push({ text: template.slice(at, end), start: at });
    from = end;
    at = template.indexOf('{', end);
  }
  if (from < template.length) tokens.push({ text: template.slice(from), start: from });
  return tokens;
}
