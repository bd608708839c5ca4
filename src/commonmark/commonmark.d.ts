declare module 'commonmark' {
  export const Node: unknown;
  export const Parser: unknown;
}
