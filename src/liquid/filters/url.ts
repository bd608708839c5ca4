// Filters for URLs (jekyll, filters/url_filters.rb and filters.rb).

import { className, conversionName } from '../../ruby/class-name.ts';
import { toS } from '../../ruby/to-s.ts';
import { Drop, RubyObject, type Value } from '../../ruby/values.ts';
import {
  absoluteUrl as absolute,
  InvalidUriError,
  isAbsoluteUri,
  normalizeUriComponent,
  relativeUrl as relative,
} from '../../text/uri.ts';
import { LiquidError, noMethod, typeError } from '../errors.ts';
import type { Context, FilterDefinition } from '../runtime/context.ts';
import type { Filters } from './define.ts';
import { formEncode } from './text.ts';
import { onValid } from './valid-text.ts';

/** A URL with the baseurl prepended, as by the filter relative_url. */
export const relativeUrl = (address: string, context: Context): string =>
  checked(() => relative(address, setting('baseurl', context)));

function setting(key: 'url' | 'baseurl', context: Context): string | null {
  const value = context.host.config.get(key) ?? null;
  return value === null ? null : toS(value);
}

function checked<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InvalidUriError)) throw error;
    throw new LiquidError('liquid-invalid-uri', error.message, "Browsers can't open this URL.");
  }
}

/** The URL of a page or document; any other value unchanged. */
function addressOf(input: Value): Value {
  if (input instanceof Drop || !(input instanceof RubyObject))
    return input instanceof Drop ? (input.get('url') ?? input) : input;
  return 'url' in input && typeof input.url === 'string' ? input.url : input;
}

const relativeFilter: FilterDefinition = {
  arity: [0, 0],
  apply(input, _args, context) {
    if (input === null) return null;
    const address = addressOf(input);
    const text = toS(address);
    return checked(() => (isAbsoluteUri(text) ? address : relative(text, setting('baseurl', context))));
  },
};

const absoluteFilter: FilterDefinition = {
  arity: [0, 0],
  apply(input, _args, context) {
    if (input === null) return null;
    const address = addressOf(input);
    const text = toS(address);
    return checked(() =>
      isAbsoluteUri(text)
        ? address
        : absolute(text, setting('url', context), setting('baseurl', context), context.env.stack.urls),
    );
  },
};

const stripIndex: FilterDefinition = {
  arity: [0, 0],
  apply(input) {
    if (toS(input) === '') return null;
    if (typeof input !== 'string') throw noMethod('sub', input);
    return input.replace(/\/index\.html?$/m, '/');
  },
};

const TEXT_WANTED = 'Pass a string: add `| default: ""` before the filter for nil, or `| append: ""` for a number.';

const uriEscape: FilterDefinition = {
  arity: [0, 0],
  apply(input) {
    if (input === null) return null;
    if (typeof input !== 'string') throw typeError(`Can't convert ${className(input)} into String.`, TEXT_WANTED);
    return normalizeUriComponent(input);
  },
};

const cgiEscape: FilterDefinition = {
  arity: [0, 0],
  apply(input) {
    if (typeof input !== 'string') {
      throw typeError(`no implicit conversion of ${conversionName(input)} into String`, TEXT_WANTED);
    }
    return formEncode(input);
  },
};

export const urlFilters: Filters = [
  ['relative_url', onValid(relativeFilter)],
  ['absolute_url', onValid(absoluteFilter)],
  ['strip_index', onValid(stripIndex)],
  ['uri_escape', uriEscape],
  ['cgi_escape', cgiEscape],
];
