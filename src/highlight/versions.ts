// The differences between the supported versions of Rouge. No other file in this folder checks the version.

export interface RougeVersion {
  /** The version number of the gem. */
  readonly name: string;
  /**
   * Whether to use the lexers, themes and lists of languages of Rouge 4. Where Rouge 4 changed them, both editions are
   * in the same file.
   */
  readonly later: boolean;
  /** Rouge loads some lexers twice, so their initial state is entered twice. */
  readonly entersStartTwice: boolean;
}

export const ROUGE_3: RougeVersion = { name: '3.30.0', later: false, entersStartTwice: false };
export const ROUGE_4: RougeVersion = { name: '4.7.0', later: true, entersStartTwice: true };

const VERSIONS = { '3.30.0': ROUGE_3, '4.7.0': ROUGE_4 } as const;

export type RougeVersionName = keyof typeof VERSIONS;

export const rougeVersion = (version: RougeVersion | RougeVersionName): RougeVersion =>
  typeof version === 'string' ? VERSIONS[version] : version;
