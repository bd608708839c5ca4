// Which names the preview answers to. A page of another site can have its own name resolve to 127.0.0.1 and then read the
// preview as its own origin (DNS rebinding); the Host that the browser sends still is that name.

export interface HostRules {
  /** What the server listens on: an address, a name, or '0.0.0.0' or '::' for all addresses of the machine. */
  readonly host: string;
  /** Further names; with a dot in front, all below it, too: '.home.example'. */
  readonly allowed: readonly string[];
}

/** An address as a browser sends it: in small letters, IP addresses in their one form, IPv6 in brackets; null for none. */
export function hostnameOf(host: string): string | null {
  if (!/^(?:\[[\da-f:.]+\]|[^\s:/?#@\\[\]]+)(?::\d{0,5})?$/i.test(host)) return null;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : null;
}

/**
 * Whether a request for this Host is meant for the preview.
 * @param host the header, with or without a port; any port, since containers and tunnels have others
 * @param local the address of this machine that the request came in at (Socket.localAddress)
 */
export function isOwnHost(host: string | undefined, local: string | undefined, rules: HostRules): boolean {
  const name = host === undefined ? null : hostnameOf(host);
  if (name === null) return false;
  const listening = bracketed(rules.host);
  if (name === hostnameOf(listening) || name === hostnameOf(bracketed(withoutMapping(local ?? '')))) return true;
  if (LOOPBACK.has(name) && (isLoopback(listening) || EVERYWHERE.has(rules.host))) return true;
  return rules.allowed.some((entry) => {
    const own = entry.toLowerCase().replace(/\.$/, '');
    if (own.startsWith('.')) return name === own.slice(1) || name.endsWith(own);
    return name === (hostnameOf(bracketed(own)) ?? own);
  });
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '']);

function isLoopback(host: string): boolean {
  const name = hostnameOf(host);
  return name !== null && (LOOPBACK.has(name) || /^127\.\d+\.\d+\.\d+$/.test(name));
}

/** An IPv6 address as it stands in a URL. */
const bracketed = (host: string): string => (/^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(host) ? `[${host}]` : host);

/** An IPv4 address as such, where the socket takes both kinds. */
const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
