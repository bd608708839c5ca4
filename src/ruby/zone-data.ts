// Reads the zone history as the package moment-timezone stores it (data/packed/latest.json): numbers in base 60, one
// line per zone. The package's own code isn't used: loading it takes longer than reading many a site.

export interface PackedZones {
  /** `name|abbreviations|offsets|indices|untils|population` */
  readonly zones: readonly string[];
  /** `name|other name of the same zone` */
  readonly links: readonly string[];
}

/** Period i ends at untils[i] (milliseconds since 1970; null: never), and is offsets[i] minutes west of UTC. */
export interface ZoneHistory {
  readonly abbrs: readonly string[];
  readonly untils: readonly (number | null)[];
  readonly offsets: readonly number[];
}

/** A zone's history; null if the data lacks the name (case-sensitive). */
export function zoneHistory({ zones, links }: PackedZones, name: string): ZoneHistory | null {
  const line = zones.find((one) => one.startsWith(`${name}|`));
  if (line !== undefined) return unpack(line);
  const link = links.find((one) => one.endsWith(`|${name}`) || one.startsWith(`${name}|`));
  if (link === undefined) return null;
  const [first, second] = link.split('|');
  const target = zones.find((one) => one.startsWith(`${first === name ? second : first}|`));
  return target === undefined ? null : unpack(target);
}

function unpack(line: string): ZoneHistory {
  const [, names, west, indices, differences] = line.split('|');
  const order = [...indices!].map(base60);
  const abbreviations = names!.split(' ');
  const minutes = west!.split(' ').map(base60);
  const steps = differences === '' ? [] : differences!.split(' ');
  let end = 0;
  const untils = order.map((_, i) => {
    if (i === order.length - 1) return null;
    end = Math.round(end + base60(steps[i]!) * 60_000);
    return end;
  });
  return {
    abbrs: order.map((index) => abbreviations[index]!),
    offsets: order.map((index) => minutes[index]!),
    untils,
  };
}

/** Parses base 60: digits 0-9, a-z, A-X, an optional sign, and an optional fraction. */
function base60(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  let value = 0;
  for (const character of whole) value = value * 60 + digit(character);
  let unit = 1;
  for (const character of fraction) {
    unit /= 60;
    value += digit(character) * unit;
  }
  return negative ? -value : value;
}

function digit(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 97) return code - 87;
  return code >= 65 ? code - 29 : code - 48;
}
