// Errors that Ruby raises for unusable values; the caller turns them into a diagnostic with a place.

/** Ruby's ArgumentError, with Ruby's message. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Ruby's NoMethodError, with Ruby's message. */
export class NoMethodError extends Error {
  override readonly name = 'NoMethodError';
}

/** Ruby's RangeError: a number that doesn't fit. */
export class OutOfRangeError extends Error {
  override readonly name = 'OutOfRangeError';
}

/** As Ruby's NUM2INT, for an integer that isn't negative: throws an OutOfRangeError with Ruby's message. */
export function checkInt(value: number): void {
  if (value >= 2 ** 63) throw new OutOfRangeError("bignum too big to convert into `long'");
  if (value >= 2 ** 31) throw new OutOfRangeError(`integer ${value} too big to convert to \`int'`);
}

/** JSON::GeneratorError, or NestingError for collections that are too deep or contain themselves. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}
