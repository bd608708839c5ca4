/** kramdown itself gives up here: an option that it refuses, or a text on which it fails. The build stops. */
export class KramdownError extends Error {
  /** What to write instead, if that is known. */
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'KramdownError';
    this.hint = hint;
  }
}
