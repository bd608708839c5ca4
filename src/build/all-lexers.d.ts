// A module that scripts/bundle.js writes: it imports every file of highlight/lexers/.

declare module 'all-lexers' {
  export const lexers: import('../highlight/index.ts').LexerSource;
}
