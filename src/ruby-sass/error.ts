// The compiler's error.

/** What Ruby Sass rejects. Not an Error: the parser backtracks by throwing, and stack traces are slow. */
export class RubySassError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}
