// Declares the used part of the package @primer/octicons, which has no types.

declare module '@primer/octicons' {
  interface Octicon {
    readonly defaultHeight?: number;
    /** Drawings by height, smallest first. */
    readonly heights: Readonly<Record<string, { readonly width: number; readonly path: string }>>;
  }
  const octicons: Readonly<Record<string, Octicon>>;
  export default octicons;
}
