// A time zone, passed in wherever local time matters: the engine never asks the process for its zone.

export interface ZoneOffset {
  /** Seconds east of UTC. */
  readonly offset: number;
  /** What %Z prints, e.g. 'CST'. */
  readonly abbreviation: string;
}

export interface Zone {
  /** The zone's name, e.g. 'Asia/Shanghai'. */
  readonly name: string;
  /** There is no zone with that name, so the C library uses UTC. */
  readonly isUnknown?: boolean;
  /** The offset in force at a moment (whole seconds since 1970, UTC). */
  at(seconds: number): ZoneOffset;
}

export const UTC: Zone = { name: 'UTC', at: () => ({ offset: 0, abbreviation: 'UTC' }) };
