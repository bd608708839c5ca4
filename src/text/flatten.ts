const START = /^/;

/**
 * The same text, in one piece. A JavaScript engine keeps `a + b` as a tree of its parts until somebody looks for something
 * in it; of a long text that grows by small pieces it would carry all of them from one collection of garbage to the next.
 */
export const flatten = (text: string): string => (START.test(text) ? text : '');
