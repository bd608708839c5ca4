// Where the package's own files are, once src/ is compiled to dist/.

/** Null if the sources run as they are, without a compiled package. */
const dist: URL | null = import.meta.url.endsWith('.ts')
  ? null
  : new URL(/\/chunks\/[^/]+$/.test(import.meta.url) ? '../' : './', import.meta.url);

/** The address of a file of dist/ ('sass-worker.js'); null if the sources run as they are. */
export const bundleFile = (name: string): URL | null => (dist === null ? null : new URL(name, dist));
