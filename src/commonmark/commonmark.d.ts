// The package commonmark has no types: library.ts describes the parts that we use.

declare module 'commonmark' {
  export const Node: unknown;
  export const Parser: unknown;
}
