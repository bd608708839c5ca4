// Prints values. A number that was written in the source is printed as it was written (`original`).

import { printColor } from './colors.ts';
import { RubySassError } from './error.ts';
import { formatNumber, unitText } from './numbers.ts';
import type { Value } from './values.ts';

/** A quoted string, as CSS. */
export function quote(text: string): string {
  if (!/[\n\\"']|#\{/.test(text)) return `"${text}"`;
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replace(/\n(?![a-fA-F0-9\s])/g, '\\a')
    .replaceAll('\n', '\\a ');
  return mark + escaped + mark;
}

const joined = (text: string): string => (text.includes('\n') ? text.replace(/\n\s*/g, ' ') : text);

/** A value as CSS. */
export function print(value: Value, compressed: boolean, bare = false): string {
  switch (value.type) {
    case 'string':
      return bare || !value.quoted ? joined(value.text) : quote(value.text);
    case 'number':
      if (value.original !== null) return value.original;
      if (value.units.length > 1 || value.per.length > 0) {
        throw new RubySassError(`${inspect(value)} isn't a valid CSS value.`);
      }
      return formatNumber(value.value, compressed && value.isLong === undefined) + unitText(value);
    case 'color':
      return printColor(value, compressed);
    case 'list': {
      if (!value.bracketed && value.items.length === 0) throw new RubySassError("() isn't a valid CSS value.");
      const shown = value.items.filter(
        (item) => item.type !== 'null' && !(item.type === 'list' && item.items.length === 0),
      );
      const gap = value.separator === 'space' ? ' ' : compressed ? ',' : ', ';
      const text = shown.map((item) => print(item, compressed, bare)).join(gap);
      return value.bracketed ? `[${text}]` : text;
    }
    case 'bool':
      return String(value.value);
    case 'null':
      return '';
    default:
      throw new RubySassError(`${inspect(value)} isn't a valid CSS value.`);
  }
}

/** A value as it would be written in a stylesheet: `inspect()`. */
export function inspect(value: Value, compressed = false): string {
  switch (value.type) {
    case 'string':
      return value.quoted ? quote(value.text) : value.text;
    case 'number':
      return value.original ?? formatNumber(value.value, compressed) + unitText(value);
    case 'null':
      return 'null';
    case 'function':
      return `get-function("${value.name}")`;
    case 'list': {
      if (value.items.length === 0) return value.bracketed ? '[]' : '()';
      const parts = value.items.map((item) => {
        const text = inspect(item, compressed);
        if (item.type !== 'list' || item.items.length < 2 || item.bracketed) return text;
        return value.separator !== 'comma' || item.separator === 'comma' ? `(${text})` : text;
      });
      const only = value.separator === 'comma' && parts.length === 1;
      const text = only ? `${parts[0]},` : parts.join(value.separator === 'space' ? ' ' : ', ');
      return value.bracketed ? `[${text}]` : only ? `(${text})` : text;
    }
    case 'map': {
      if (value.entries.size === 0) return '()';
      const part = (item: Value): string => {
        const text = inspect(item, compressed);
        return item.type === 'list' && item.separator === 'comma' ? `(${text})` : text;
      };
      return `(${[...value.entries.values()].map(([key, item]) => `${part(key)}: ${part(item)}`).join(', ')})`;
    }
    default:
      return print(value, compressed);
  }
}
