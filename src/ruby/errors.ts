// What Ruby raises where a value can't be used; the caller turns it into a diagnostic with a place.

/** Ruby's ArgumentError. The message is Ruby's. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Ruby's NoMethodError. The message is Ruby's. */
export class NoMethodError extends Error {
  override readonly name = 'NoMethodError';
}

/** Ruby's RangeError: a number that doesn't fit where it goes. */
export class OutOfRangeError extends Error {
  override readonly name = 'OutOfRangeError';
}

/** As Ruby's C makes an int of an integer that isn't negative: throws an OutOfRangeError with Ruby's words. */
export function checkInt(value: number): void {
  if (value >= 2 ** 63) throw new OutOfRangeError("bignum too big to convert into `long'");
  if (value >= 2 ** 31) throw new OutOfRangeError(`integer ${value} too big to convert to \`int'`);
}

/** JSON::GeneratorError, or NestingError for collections that are too deep or hold themselves. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}
