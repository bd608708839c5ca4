/** The front matter of the page in test/plugins/cases/octicons.txt. */
export const PAGE = {
  icon: 'rocket',
  odd: 'two words',
  size: 32,
  sizes: ['16'],
  set: { a: 1 },
  label: 'ü & "x"',
  slash: '\\0',
};
