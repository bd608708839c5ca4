import { hashGet, hashSet, isHash, type RubyHash } from './values.ts';

/**
 * Jekyll::Utils.deep_merge_hashes (the same in 3.10 and 4.x): hashes merge, everything else (arrays too) is replaced by
 * `over`'s value, but nil never replaces a value. Keys keep `base`'s order, new ones follow. Neither input changes;
 * values that didn't merge are shared with the result.
 */
export function deepMerge(base: RubyHash, over: RubyHash): RubyHash {
  const merged: RubyHash = new Map(base);
  for (const [key, value] of over) {
    const old = hashGet(merged, key);
    if (old === undefined) hashSet(merged, key, value);
    else if (value === null) continue;
    else if (isHash(old) && isHash(value)) hashSet(merged, key, deepMerge(old, value));
    else hashSet(merged, key, value);
  }
  return merged;
}
