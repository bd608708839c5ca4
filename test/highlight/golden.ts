// A case of test/highlight/cases: code, and the markup of both versions of Rouge.

import { type Case, partFor, partsOf } from '../cases.ts';

export const VERSIONS = ['3.30.0', '4.7.0'] as const;
export type Version = (typeof VERSIONS)[number];

/** Null where that Rouge doesn't have the language. */
export function htmlOf({ parts }: Case, version: Version): string | null {
  return partFor(parts, 'html', version) ?? null;
}

export function caseOf(name: string, code: string, answers: readonly (readonly [Version, string | null])[]): Case {
  const html = answers.map(([version, text]) => [version, text ?? undefined] as const);
  return { name, parts: new Map([['code', code], ...partsOf('html', html)]) };
}
