/** Where the time comes from. Injected, so that pure code and tests decide it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
