/** Where kramdown itself fails: an invalid option, or input that it can't process. The build stops. */
export class KramdownError extends Error {
  /** What to write instead, if known. */
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'KramdownError';
    this.hint = hint;
  }
}
