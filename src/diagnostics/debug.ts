// What a run can say about its decisions and their reasons (BUILD_SITE_DEBUG).

/** The subjects of these decisions, as documented in docs/building.md. */
export const DEBUG_TOPICS = {
  stack: 'which stack, and why',
  theme: 'which theme, and from where',
  plugins: 'which plugins, in their order',
  read: 'which files become pages, documents and static files',
  liquid: "Liquid's settings, which files are compiled as templates, and which keep their Liquid",
  highlight: 'which lexers are loaded, and which languages have none',
  sass: 'which compilers, which stylesheets are compiled before their turn, and what compiled each',
  write: 'which files are added, changed and removed, and which are left since no build wrote them',
} as const satisfies Readonly<Record<string, string>>;

export type DebugTopic = keyof typeof DEBUG_TOPICS;

/** Receives decisions. Undefined if nobody wants to know, so that `debug?.(…)` doesn't even make the message. */
export type Debug = ((topic: DebugTopic, message: string) => void) | undefined;

export const isDebugTopic = (name: string): name is DebugTopic => Object.hasOwn(DEBUG_TOPICS, name);
