const START = /^/;

/**
 * The same string as one flat piece. JavaScript engines keep `a + b` as a tree of its parts until something searches
 * it. For a long string built from small pieces, the garbage collector would have to keep and visit all of them.
 * Testing a regular expression forces the engine to flatten it.
 */
export const flatten = (text: string): string => (START.test(text) ? text : '');
