// Colours: names, conversion between the two models, printing, arithmetic.

import { COLOR_NAMES, OTHER_COLOR_NAMES } from './color-names.ts';
import { RubySassError } from './error.ts';
import { formatNumber, isUnitless, modulo, roundHalf, same } from './numbers.ts';
import type { Color, Num, Triple } from './values.ts';

const limit = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const channel = (value: number): number => limit(roundHalf(value), 0, 255);

export const rgba = (r: number, g: number, b: number, alpha = 1, spelling: string | null = null): Color => ({
  type: 'color',
  rgb: [channel(r), channel(g), channel(b)],
  hsl: null,
  alpha: limit(alpha, 0, 1),
  spelling,
});

export const hsla = (hue: number, saturation: number, lightness: number, alpha = 1): Color => ({
  type: 'color',
  rgb: null,
  hsl: [modulo(hue, 360), limit(saturation, 0, 100), limit(lightness, 0, 100)],
  alpha: limit(alpha, 0, 1),
  spelling: null,
});

export const withAlpha = (color: Color, alpha: number): Color => ({
  ...color,
  alpha: limit(alpha, 0, 1),
  spelling: null,
});

export function hexColor(spelling: string): Color {
  const digits = spelling.slice(1);
  const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (i: number): number => Number.parseInt(wide.slice(2 * i, 2 * i + 2), 16);
  return rgba(at(0), at(1), at(2), wide.length === 8 ? at(3) / 255 : 1, spelling);
}

/** The colour with this name, which is also used for printing; null if the word isn't a colour. */
export function namedColor(word: string): Color | null {
  const name = word.toLowerCase();
  if (name === 'transparent') return rgba(0, 0, 0, 0, word);
  const code = COLOR_NAMES.get(name) ?? OTHER_COLOR_NAMES.get(name);
  return code === undefined ? null : rgba(code >> 16, (code >> 8) & 255, code & 255, 1, word);
}

const NAME_OF: ReadonlyMap<number, string> = new Map([...COLOR_NAMES].map(([name, code]) => [code, name]));

export function rgbOf(color: Color): Triple {
  if (color.rgb !== null) return color.rgb;
  const [hue, saturation, lightness] = color.hsl!;
  const h = hue / 360;
  const s = saturation / 100;
  const l = lightness / 100;
  const high = l <= 0.5 ? l * (s + 1) : l + s - l * s;
  const low = l * 2 - high;
  const part = (at: number): number => {
    const turn = at < 0 ? at + 1 : at > 1 ? at - 1 : at;
    if (turn * 6 < 1) return low + (high - low) * turn * 6;
    if (turn * 2 < 1) return high;
    if (turn * 3 < 2) return low + (high - low) * (2 / 3 - turn) * 6;
    return low;
  };
  const whole = (value: number): number => roundHalf(value * 255);
  color.rgb = [whole(part(h + 1 / 3)), whole(part(h)), whole(part(h - 1 / 3))];
  return color.rgb;
}

export function hslOf(color: Color): Triple {
  if (color.hsl !== null) return color.hsl;
  const [r, g, b] = color.rgb!.map((value) => value / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const span = max - min;
  let hue = 0;
  if (max === min) hue = 0;
  else if (max === r) hue = (60 * (g - b)) / span;
  else if (max === g) hue = (60 * (b - r)) / span + 120;
  else hue = (60 * (r - g)) / span + 240;
  const lightness = (max + min) / 2;
  const saturation = max === min ? 0 : lightness < 0.5 ? span / (2 * lightness) : span / (2 - 2 * lightness);
  color.hsl = [modulo(hue, 360), saturation * 100, lightness * 100];
  return color.hsl;
}

export function colorName(color: Color): string | null {
  const [r, g, b] = rgbOf(color);
  if (color.alpha === 0 && r + g + b === 0) return 'transparent';
  return color.alpha === 1 ? (NAME_OF.get((r << 16) | (g << 8) | b) ?? null) : null;
}

export const hexText = (color: Color): string =>
  `#${rgbOf(color)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

/** A colour as CSS: as spelled in the source or, if compressed, in the shortest form. */
export function printColor(color: Color, compressed: boolean): string {
  const functional = (): string => {
    const gap = compressed ? ',' : ', ';
    return `rgba(${rgbOf(color).join(gap)}${gap}${formatNumber(color.alpha, false)})`;
  };
  if (!compressed) {
    if (color.spelling !== null) return color.spelling;
    if (same(color.alpha, 0)) return functional();
    return colorName(color) ?? (color.alpha < 1 ? functional() : hexText(color));
  }
  const explicit = color.alpha < 1 ? functional() : hexText(color).replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  let shortest: string | null = null;
  for (const text of [color.spelling, colorName(color), explicit]) {
    if (text !== null && (shortest === null || text.length < shortest.length)) shortest = text;
  }
  return shortest!;
}

/** Applies an operator to red, green and blue. */
export function piecewise(a: Color, b: Num | Color, operator: string): Color {
  const other = b.type === 'number' ? [b.value, b.value, b.value] : rgbOf(b);
  if (b.type === 'number' && !isUnitless(b)) throw new RubySassError('A colour and a number with a unit');
  if (b.type === 'color' && b.alpha !== a.alpha) throw new RubySassError('Alpha channels must be equal');
  const result = rgbOf(a).map((x, i) => {
    const y = other[i]!;
    if (operator === '+') return x + y;
    if (operator === '-') return x - y;
    if (operator === '*') return x * y;
    return operator === '/' ? x / y : modulo(x, y);
  });
  return rgba(result[0]!, result[1]!, result[2]!, a.alpha);
}
