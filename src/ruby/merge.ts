import { hashGet, hashSet, isHash, type RubyHash } from './values.ts';

/**
 * Jekyll::Utils.deep_merge_hashes (the same in 3.10 and 4.x): hashes are merged, everything else (arrays too) is
 * replaced by the value in `over`, but nil never replaces a value. Keys keep the order of `base`; new ones follow.
 * Neither input is changed; values that weren't merged are shared with the result.
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
