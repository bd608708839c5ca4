// What the compiler throws.

/** What Ruby Sass refuses. Not an Error: the parser tries and goes back, and a stack costs time. */
export class RubySassError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}
