import { Characters } from './characters.ts';
import type { Part } from './syntax.ts';

const ALL = new Uint8Array(129).fill(1);

/**
 * The characters that a match can start with, so that a state tries only the rules that have a chance: 129 flags, one
 * for each ASCII character, the last for all others. The set may be too large, never too small.
 */
export function firstOf(whole: Part, flags: string): Uint8Array {
  const first = new Uint8Array(129);
  return addFirst(first, whole, flags) ? ALL : first;
}

/**
 * Adds the characters that the part can start with. Returns true if the part can match the empty string, so that what
 * follows it counts as well.
 */
function addFirst(first: Uint8Array, part: Part, flags: string): boolean {
  switch (part.kind) {
    case 'character': {
      const one = new Characters(part.source, flags).flags;
      for (let i = 0; i < one.length; i++) first[i]! |= one[i]!;
      return false;
    }
    case 'sequence':
      return part.parts.every((next) => addFirst(first, next, flags));
    case 'choice':
      // No short circuit: every option must be added.
      return part.options.map((option) => addFirst(first, option, flags)).includes(true);
    case 'repeat':
      return addFirst(first, part.of, flags) || part.min === 0;
    case 'group':
      return addFirst(first, part.of, flags);
    case 'again':
      first.fill(1);
      return true;
    default:
      return true;
  }
}
