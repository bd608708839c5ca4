// What differs between the versions of Rouge that are followed. Nothing else in this room asks for a version.

export interface RougeVersion {
  /** As the gem has it. */
  readonly name: string;
  /**
   * Whether lexers, themes and the lists of languages are those of Rouge 4. Each of them that Rouge 4 changed comes in two
   * editions, which stand side by side in its file.
   */
  readonly later: boolean;
  /** Rouge loads some lexers twice, so that the state in which their code begins is entered twice. */
  readonly entersStartTwice: boolean;
}

export const ROUGE_3: RougeVersion = { name: '3.30.0', later: false, entersStartTwice: false };
export const ROUGE_4: RougeVersion = { name: '4.7.0', later: true, entersStartTwice: true };

const VERSIONS = { '3.30.0': ROUGE_3, '4.7.0': ROUGE_4 } as const;

/** The names of the versions, as the package's callers write them. */
export type RougeVersionName = keyof typeof VERSIONS;

export const rougeVersion = (version: RougeVersion | RougeVersionName): RougeVersion =>
  typeof version === 'string' ? VERSIONS[version] : version;
