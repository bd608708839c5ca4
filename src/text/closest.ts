// Finds the name that was probably meant.

/** The name with the fewest letters changed, added, left out or swapped; null if none is close. */
export function closest(word: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    const far = distance(word, name);
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

/** Like `closest`, but a name that differs only in case, or only in its ending, is preferred; null if none is close. */
export function similar(name: string, names: readonly string[]): string | null {
  const lower = name.toLowerCase();
  const stem = lower.replace(/\.[^./]*$/, '');
  return (
    names.find((one) => one.toLowerCase() === lower) ??
    names.find((one) => one.toLowerCase().replace(/\.[^./]*$/, '') === stem) ??
    names.find((one) => one.toLowerCase().endsWith(`/${lower}`)) ??
    closest(name, names)
  );
}

function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
