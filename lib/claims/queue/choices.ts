// What is worked out of a claim and the queue is narrowed by: the page that offers it need not load what works it out (cell.ts).

/** How far away a claim is: nobody named, or so many hands; 3 stands for all beyond. */
export const QUEUE_HANDS = ['none', '1', '2', '3'] as const;

/** Strength as it is computed, 0 to 5. */
export const QUEUE_STRENGTHS = ['0', '1', '2', '3', '4', '5'] as const;

/**
 * Where a claim stands between several checkers: nowhere (`none`), waiting to be laid beside the others' (`waits`), or made of theirs, where
 * they had agreed (`agreed`) or differed (`decided`).
 */
export const QUEUE_DISAGREEMENTS = ['none', 'waits', 'agreed', 'decided'] as const;
export type QueueDisagreement = (typeof QUEUE_DISAGREEMENTS)[number];

/** Whether somebody looked into the claim itself, not only into who says so. */
export const QUEUE_CHECKS = ['not_checked', 'checked'] as const;
