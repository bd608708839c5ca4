import type { YAMLException } from 'js-yaml';

/** A syntax error as psych tells it, and what to do about it. */
export interface SyntaxFault {
  /** `did not find expected key at line 3 column 1`. */
  readonly message: string;
  /** Offsets in the YAML text. */
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
}

export function explain(text: string, error: YAMLException): SyntaxFault {
  const at = Math.min(error.mark?.position ?? 0, text.length);
  return { message: error.reason, start: at, end: at, hint: undefined };
}
