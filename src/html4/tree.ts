// The tree of a piece of HTML.

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  /** In order; null where there is no value. */
  readonly attributes: ReadonlyMap<string, string | null>;
  children: Node[];
}

export interface Text {
  readonly kind: 'text';
  text: string;
}

/** A comment or a processing instruction, as it was written. */
export interface Other {
  readonly kind: 'other';
  readonly source: string;
}

export type Node = Element | Text | Other;
