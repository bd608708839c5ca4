// Removes secrets from URLs before a message shows them: a Gemfile's source, a git remote, a theme's URL or a proxy may
// contain a password or a token.

/**
 * The part before the '@' of a URL: 'user:password' up to the last '@', since a password may contain any character, or
 * only a name, which may be a token. A URL that was treated as a path has only one slash left. A port is not a password.
 * Bounded, so that long strings take linear time.
 */
const USER_INFO =
  /(?<=:\/\/|\b(?:https?|ssh|git|ftp):\/)(?:[^\s<>/?#@:]{0,99}:(?!\d{1,5}[/?#])[^\s<>@]{0,999}(?:@[^\s<>@]{0,999}){0,9}|[^\s"'`<>/?#@]{1,999})(?=@)/g;

/** `?access_token=…`, and the other names used for secrets in a query or fragment. */
const QUERY =
  /([?&;#][\w.-]{0,40}?(?:token|secret|passw(?:or)?d|pwd|signature|sig|key|auth|credentials?|session)[\w.-]{0,40}=)([^&;#\s"'`<>]+)/gi;

/** `Authorization: Basic …`, as the errors of network libraries print it. */
const HEADER = /(\bauthorization['"]?\s{0,9}[:=]\s{0,9}['"]?(?:(?:basic|bearer|token)\s{1,9})?)([^\s'",}\]]+)/gi;

const MASK = '***';

/**
 * Masks the secrets in all URLs of a string.
 * @param mask the replacement of a secret; by default '***'
 */
export function redact(text: string, mask: (secret: string) => string = () => MASK): string {
  if (!/:\/|[?&;#]|authorization/i.test(text)) return text;
  return text
    .replace(USER_INFO, (found) => (found === SSH_USER ? found : mask(found)))
    .replace(QUERY, (_, name: string, secret: string) => name + mask(secret))
    .replace(HEADER, (_, name: string, secret: string) => name + mask(secret));
}

const SSH_USER = 'git';

/** The same, keeping the length, for a line that carets point into. */
export const redactInPlace = (text: string): string => redact(text, (secret) => '*'.repeat(secret.length));
