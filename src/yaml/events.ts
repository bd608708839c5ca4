// Parsing events of a YAML text, before its scalars have types. Offsets are in the text that was parsed.

export type YamlEvent = ScalarEvent | AliasEvent | CollectionEvent | EndEvent;

export interface ScalarEvent {
  readonly type: 'scalar';
  readonly value: string;
  /** Quoted or block style, and without a tag: always a string. */
  readonly quoted: boolean;
  /** The resolved tag; '' if there is none. */
  readonly tag: string;
  readonly anchor: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface AliasEvent {
  readonly type: 'alias';
  readonly anchor: string;
  readonly start: number;
  readonly end: number;
}

export interface CollectionEvent {
  readonly type: 'sequence' | 'mapping';
  readonly anchor: string | undefined;
  readonly start: number;
}

export interface EndEvent {
  readonly type: 'end';
}

/** Receives the events one by one. Whatever it throws ends the parsing. */
export type TakeEvent = (event: YamlEvent) => void;
