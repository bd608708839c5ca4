// What kramdown.rb answers.

export interface KramdownAnswer {
  html?: string;
  error?: string;
  warnings?: string[];
}

/** A warning without the line that kramdown names in it: ours have their positions beside their messages. */
export const withoutLine = (message: string) =>
  message
    .replace(/ (?:on line|\(line) (?:\d+|\?)\)?/g, '')
    .replace(/\s+/g, ' ')
    // Ours don't show all of a long one.
    .replace(/(?<=link ID '.{90}).*(?=' found)/su, '');
