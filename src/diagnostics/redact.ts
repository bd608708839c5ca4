// Secrets in addresses, taken out before a message shows them: a Gemfile's source, a git remote, a theme's address or a
// proxy may hold a password or a token.

/**
 * What stands before the '@' of an address: 'user:password' up to the last '@', since a password may hold any character,
 * or a name alone, which may be a token. Of an address that was taken for a path one slash is left. A port is no password. Bounded, so that a long text takes linear time.
 */
const USER_INFO =
  /(?<=:\/\/|\b(?:https?|ssh|git|ftp):\/)(?:[^\s<>/?#@:]{0,99}:(?!\d{1,5}[/?#])[^\s<>@]{0,999}(?:@[^\s<>@]{0,999}){0,9}|[^\s"'`<>/?#@]{1,999})(?=@)/g;

/** `?access_token=…`, and the other names under which secrets are sent in a query or a fragment. */
const QUERY =
  /([?&;#][\w.-]{0,40}?(?:token|secret|passw(?:or)?d|pwd|signature|sig|key|auth|credentials?|session)[\w.-]{0,40}=)([^&;#\s"'`<>]+)/gi;

/** `Authorization: Basic …`, as the errors of network libraries print it. */
const HEADER = /(\bauthorization['"]?\s{0,9}[:=]\s{0,9}['"]?(?:(?:basic|bearer|token)\s{1,9})?)([^\s'",}\]]+)/gi;

const MASK = '***';

/**
 * A text without the secrets of the addresses in it.
 * @param mask what a secret becomes; by default '***'
 */
export function redact(text: string, mask: (secret: string) => string = () => MASK): string {
  if (!/:\/|[?&;#]|authorization/i.test(text)) return text;
  return text
    .replace(USER_INFO, (found) => (found === SSH_USER ? found : mask(found)))
    .replace(QUERY, (_, name: string, secret: string) => name + mask(secret))
    .replace(HEADER, (_, name: string, secret: string) => name + mask(secret));
}

const SSH_USER = 'git';

/** The same with as many characters as before, for a line that carets point into. */
export const redactInPlace = (text: string): string => redact(text, (secret) => '*'.repeat(secret.length));
