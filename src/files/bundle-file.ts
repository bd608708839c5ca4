// Locates the package's own files once src/ is compiled to dist/.

/** Null if running from sources. */
const dist: URL | null = import.meta.url.endsWith('.ts')
  ? null
  : new URL(/\/chunks\/[^/]+$/.test(import.meta.url) ? '../' : './', import.meta.url);

/** The URL of a file in dist/ ('sass-worker.js'); null if running from sources. */
export const bundleFile = (name: string): URL | null => (dist === null ? null : new URL(name, dist));
