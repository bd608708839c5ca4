// Jekyll's priorities on one scale. Its generators and converters know five; its hooks know the middle three, as 10, 20
// and 30.

export const PRIORITY = { highest: 100, high: 10, normal: 0, low: -10, lowest: -100 } as const;

/** Higher ones run first; of two with the same, the one that was loaded first. */
export type Priority = keyof typeof PRIORITY;
