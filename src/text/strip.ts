// String#strip, #lstrip and #rstrip: Ruby's white space (which excludes the no-break space) and NUL.

const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0;

/** String#lstrip; strips NUL on the left, too, since Ruby 2.6. */
export function lstrip(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

export function rstrip(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

export const strip = (text: string): string => lstrip(rstrip(text));
