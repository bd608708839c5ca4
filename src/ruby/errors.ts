// What Ruby raises where a value can't be used; the caller turns it into a diagnostic with a place.

/** Ruby's ArgumentError. The message is Ruby's. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** JSON::GeneratorError, or NestingError for collections that are too deep or hold themselves. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}
