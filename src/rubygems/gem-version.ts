// Gem versions and requirements (Gem::Version and Gem::Requirement of RubyGems 3.4).

type Segment = number | bigint | string;

const VERSION = /^[0-9]+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/** The version without surrounding spaces; null if RubyGems rejects it. An empty string is '0'. */
export function gemVersion(text: string): string | null {
  const clean = text.trim();
  return clean === '' ? '0' : VERSION.test(clean) ? clean : null;
}

/** `a <=> b`: negative, zero or positive. */
export function compareGemVersions(a: string, b: string): number {
  const [x, y] = [canonical(segments(a)), canonical(segments(b))];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [left, right] = [x[i] ?? 0, y[i] ?? 0];
    if (left === right) continue;
    // A letter marks a pre-release.
    if (typeof left === 'string' && typeof right !== 'string') return -1;
    if (typeof left !== 'string' && typeof right === 'string') return 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Gem::Version#prerelease? */
export const isPrerelease = (version: string): boolean => /[a-z]/i.test(segments(version).join('.'));

/**
 * Whether a version meets all requirements ('~> 2.5'; '>= 1, < 3' as two items); null if one of them is invalid.
 * Pre-releases are compared like others; the caller excludes them, see {@link asksForPrerelease}.
 */
export function fitsRequirements(version: string, requirements: readonly string[]): boolean | null {
  let fits = true;
  for (const requirement of requirements) {
    const [, operator = '=', written = ''] = /^\s*(!=|>=|<=|~>|=|>|<)?(.*)$/s.exec(requirement)!;
    const wanted = written.trim() === '' ? null : gemVersion(written);
    if (wanted === null) return null;
    fits &&= OPERATORS[operator]!(version, wanted);
  }
  return fits;
}

/** Gem::Requirement#prerelease?: a requirement that names a pre-release allows others too. */
export const asksForPrerelease = (requirements: readonly string[]): boolean =>
  requirements.some((requirement) => isPrerelease(requirement.replace(/^[\s!=<>~]+/, '')));

const OPERATORS: Readonly<Record<string, (version: string, wanted: string) => boolean>> = {
  '=': (v, r) => compareGemVersions(v, r) === 0,
  '!=': (v, r) => compareGemVersions(v, r) !== 0,
  '>': (v, r) => compareGemVersions(v, r) > 0,
  '<': (v, r) => compareGemVersions(v, r) < 0,
  '>=': (v, r) => compareGemVersions(v, r) >= 0,
  '<=': (v, r) => compareGemVersions(v, r) <= 0,
  '~>': (v, r) => compareGemVersions(v, r) >= 0 && compareGemVersions(release(v), bump(r)) < 0,
};

/** Splits '1.0-a.1' into [1, 0, 'pre', 'a', 1]. */
const segments = (version: string): Segment[] =>
  (
    version
      .trim()
      .replaceAll('-', '.pre.')
      .match(/[0-9]+|[a-z]+/gi) ?? []
  ).map((part) => (/[a-z]/i.test(part) ? part : Number.isSafeInteger(Number(part)) ? Number(part) : BigInt(part)));

/** Strips zeros at the end and before the first letter. */
function canonical(all: readonly Segment[]): Segment[] {
  const at = all.findIndex((segment) => typeof segment === 'string');
  const letters = at < 0 ? all.length : at;
  return [...withoutZeros(all.slice(0, letters)), ...withoutZeros(all.slice(letters))];
}

function withoutZeros(list: readonly Segment[]): Segment[] {
  let end = list.length;
  while (list[end - 1] === 0) end--;
  return list.slice(0, end);
}

/** Gem::Version#release: '1.2.b1' is 1.2. */
function release(version: string): string {
  const all = segments(version);
  const at = all.findIndex((segment) => typeof segment === 'string');
  return at < 0 ? version : all.slice(0, at).join('.') || '0';
}

/** Gem::Version#bump, the upper bound of `~>`: '2.5.1' gives 2.6. */
function bump(version: string): string {
  const all = segments(version);
  const at = all.findIndex((segment) => typeof segment === 'string');
  const numbers = (at < 0 ? all : all.slice(0, at)) as (number | bigint)[];
  if (numbers.length > 1) numbers.pop();
  return [...numbers.slice(0, -1), BigInt(numbers.at(-1) ?? 0) + 1n].join('.');
}
