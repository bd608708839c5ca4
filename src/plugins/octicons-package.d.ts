// What is used of the package @primer/octicons, which has no declarations.

declare module '@primer/octicons' {
  interface Octicon {
    readonly defaultHeight?: number;
    /** Drawings by their height, the smallest first. */
    readonly heights: Readonly<Record<string, { readonly width: number; readonly path: string }>>;
  }
  const octicons: Readonly<Record<string, Octicon>>;
  export default octicons;
}
