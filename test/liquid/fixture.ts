// Templates and what real Jekyll's Liquid makes of them (scripts/goldens/liquid.ts asks it).

/** The text alone, or with what else there is to say of it; `ascii`: it is US-ASCII to Ruby. */
export type Answer = string | { text: string; ascii?: true; warnings?: string[] } | { error: string };

/** A template, the answer of both stacks, or of github-pages and of jekyll-4. */
export type Case = [template: string, answer?: Answer, four?: Answer];

export interface Fixture {
  readonly about: string;
  readonly cases: Case[];
}

/** A case a line, so that a change shows what changed. */
export function print(fixtures: readonly Fixture[]): string {
  const parts = fixtures.map(({ about, cases }) => {
    const lines = cases.map((one) => `      ${JSON.stringify(one)}`).join(',\n');
    return `  {\n    "about": ${JSON.stringify(about)},\n    "cases": [\n${lines}\n    ]\n  }`;
  });
  return `[\n${parts.join(',\n')}\n]\n`;
}
