import type { BuildOptions, Plugin } from 'esbuild';

/** @param plugins of esbuild, for the bundles that start a process */
export function bundle(outdir: string, plugins?: readonly Plugin[]): Promise<void>;

/** What bundles for browsers have in common. */
export const browserOptions: BuildOptions;
