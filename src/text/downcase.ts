/** String#downcase: Unicode's mapping, but Σ becomes σ at a word's end too. */
export function downcase(text: string): string {
  if (!text.includes('\u03a3')) return text.toLowerCase();
  return text
    .split('\u03a3')
    .map((part) => part.toLowerCase())
    .join('\u03c3');
}
