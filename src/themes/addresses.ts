// Distinguishes public from private IP addresses: a redirect from the public internet must not reach a private network.

type Range = readonly [base: string, bits: number];

/**
 * From IANA's special-purpose registries: this host, private networks, carrier NAT, link-local, benchmarks, multicast.
 */
const PRIVATE_4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

/** Public IPv6 addresses are all in 2000::/3; ranges that embed an IPv4 address are judged by that address. */
const GLOBAL_6: Range = ['2000::', 3];
/** Ranges with an embedded IPv4 address, and the bit where it begins: mapped, compatible, NAT64, 6to4. */
const CARRIERS: readonly (readonly [...Range, at: number])[] = [
  ['::ffff:0:0', 96, 96],
  ['::', 96, 96],
  ['64:ff9b::', 96, 96],
  ['2002::', 16, 16],
];

/**
 * Whether an IP address is loopback, private, link-local or otherwise not on the public internet; also true for strings
 * that aren't addresses.
 * @param address as returned by a resolver or in a URL's host: '10.0.0.1', '::1', '[::1]', 'fe80::1%eth0'
 */
export function isPrivateAddress(address: string): boolean {
  const text = address.replace(/^\[|\]$|%.*$/g, '');
  const four = parse4(text);
  if (four !== null)
    return PRIVATE_4.some(([base, bits]) => four >> BigInt(32 - bits) === parse4(base)! >> BigInt(32 - bits));
  const six = parse6(text);
  if (six === null) return true;
  const within = ([base, bits]: Range): boolean => six >> BigInt(128 - bits) === parse6(base)! >> BigInt(128 - bits);
  const carrier = CARRIERS.find(([base, bits]) => within([base, bits]));
  if (carrier !== undefined) {
    const inner = (six >> BigInt(96 - carrier[2])) & 0xffffffffn;
    return isPrivateAddress([24n, 16n, 8n, 0n].map((shift) => (inner >> shift) & 255n).join('.'));
  }
  return !within(GLOBAL_6);
}

/** Whether a URL's host is an IP address, not a name. */
export const isAddress = (host: string): boolean => host.startsWith('[') || parse4(host) !== null;

function parse4(text: string): bigint | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  return parts === undefined ? null : parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** The URL parser validates the address and normalizes it to the form '1:2::3'. */
function parse6(text: string): bigint | null {
  if (!text.includes(':') || !URL.canParse(`http://[${text}]/`)) return null;
  const [head = '', tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
