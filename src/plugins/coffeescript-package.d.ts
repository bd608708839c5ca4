// Declares the used part of the package coffeescript 1.12.2, which has no types.

declare module 'coffeescript' {
  const coffeescript: { compile(source: string, options: { bare: boolean }): string };
  export default coffeescript;
}
