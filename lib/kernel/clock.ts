/** Where the time comes from. Injected, so that pure code and tests decide it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Lengths of time, ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
