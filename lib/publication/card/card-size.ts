/** Pixels. As large as services that show cards want them; what they cut off is margin. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
