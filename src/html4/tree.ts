// The tree of an HTML fragment or document.

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  /** In source order; null for an attribute without a value. */
  readonly attributes: ReadonlyMap<string, string | null>;
  children: Node[];
}

export interface Text {
  readonly kind: 'text';
  text: string;
}

/** A comment or a processing instruction, verbatim. */
export interface Other {
  readonly kind: 'other';
  readonly source: string;
}

export type Node = Element | Text | Other;
