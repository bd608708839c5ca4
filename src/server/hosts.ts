// Which host names the preview answers to. Another site's page can make its own name resolve to 127.0.0.1 and then read
// the preview as its own origin (DNS rebinding); the browser's Host header still has that name.

export interface HostRules {
  /** The address or name that the server listens on; '0.0.0.0' or '::' for all addresses of the machine. */
  readonly host: string;
  /** Additional names; a leading dot includes all subdomains: '.home.example'. */
  readonly allowed: readonly string[];
}

/** An address as browsers send it: lower case, canonical IP addresses, IPv6 in brackets; null if invalid. */
export function hostnameOf(host: string): string | null {
  if (!/^(?:\[[\da-f:.]+\]|[^\s:/?#@\\[\]]+)(?::\d{0,5})?$/i.test(host)) return null;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : null;
}

/**
 * Whether a request for this Host is meant for the preview.
 * @param host the header, with or without a port; any port is accepted, since containers and tunnels map ports
 * @param local this machine's address that received the request (Socket.localAddress)
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

/** An IPv6 address in its URL form. */
const bracketed = (host: string): string => (/^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(host) ? `[${host}]` : host);

/** The IPv4 address, if the socket accepts both families and maps IPv4 to IPv6. */
const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
