/** kramdown itself gives up here: an option that it refuses, or a text on which it fails. The build stops. */
export class KramdownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KramdownError';
  }
}
