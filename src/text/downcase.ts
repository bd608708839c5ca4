/** String#downcase: Unicode's mapping, except that Σ becomes σ even at the end of a word. */
export function downcase(text: string): string {
  if (!text.includes('\u03a3')) return text.toLowerCase();
  return text
    .split('\u03a3')
    .map((part) => part.toLowerCase())
    .join('\u03c3');
}
