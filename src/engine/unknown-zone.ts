// Suggests a zone for an unknown time zone.

import type { PackedZones } from '../ruby/zone-data.ts';
import { closest } from '../text/closest.ts';

/** Cities and countries that aren't names of zones, and the names that Rails and Windows use. */
const OTHERS: Readonly<Record<string, string>> = {
  bangalore: 'Asia/Kolkata',
  barcelona: 'Europe/Madrid',
  beijing: 'Asia/Shanghai',
  bengaluru: 'Asia/Kolkata',
  bern: 'Europe/Zurich',
  boston: 'America/New_York',
  brasilia: 'America/Sao_Paulo',
  chennai: 'Asia/Kolkata',
  china: 'Asia/Shanghai',
  delhi: 'Asia/Kolkata',
  edinburgh: 'Europe/London',
  france: 'Europe/Paris',
  frankfurt: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  germany: 'Europe/Berlin',
  guangzhou: 'Asia/Shanghai',
  hamburg: 'Europe/Berlin',
  hanoi: 'Asia/Ho_Chi_Minh',
  hyderabad: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  kyoto: 'Asia/Tokyo',
  milan: 'Europe/Rome',
  montreal: 'America/Toronto',
  mumbai: 'Asia/Kolkata',
  munich: 'Europe/Berlin',
  osaka: 'Asia/Tokyo',
  ottawa: 'America/Toronto',
  philadelphia: 'America/New_York',
  'rio de janeiro': 'America/Sao_Paulo',
  'san diego': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  shenzhen: 'Asia/Shanghai',
  taiwan: 'Asia/Taipei',
  'washington, d.c.': 'America/New_York',
};

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:us )?eastern\b|^e[sd]t$/i, 'America/New_York'],
  [/^(?:us )?central\b|^c[sd]t$/i, 'America/Chicago'],
  [/^(?:us )?mountain\b|^m[sd]t$/i, 'America/Denver'],
  [/^(?:us )?pacific\b|^p[sd]t$/i, 'America/Los_Angeles'],
  [/^ist$|^india\b/i, 'Asia/Kolkata'],
  [/^jst$|^japan\b/i, 'Asia/Tokyo'],
  [/^kst$|^korea\b/i, 'Asia/Seoul'],
  [/^china\b/i, 'Asia/Shanghai'],
  [/^bst$/i, 'Europe/London'],
  [/^cest$|^w\. europe\b/i, 'Europe/Berlin'],
];

/** The zone that was probably meant; null if nothing is similar. */
export function similarZone(name: string, { zones, links }: PackedZones): string | null {
  const names = [...zones.map((zone) => zone.slice(0, zone.indexOf('|'))), ...links.map((link) => link.split('|')[1]!)];
  const wanted = name.trim().toLowerCase().replaceAll('_', ' ');
  const spaced = (text: string): string => text.toLowerCase().replaceAll('_', ' ');
  const city = wanted.replace(/^.*\//, '');
  return (
    names.find((one) => spaced(one) === wanted) ??
    names.find((one) => spaced(one).endsWith(`/${city}`)) ??
    OTHERS[city] ??
    REGIONS.find(([pattern]) => pattern.test(name))?.[1] ??
    closest(name, names)
  );
}
