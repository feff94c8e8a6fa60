// What the queue can be filtered by, apart from what checks it (schema.ts): the page that offers these need not load that.

/** Ages after which a submitted claim is asked for: at least this many hours. */
export const QUEUE_AGES = [1, 4, 24, 72] as const;

/** Whether somebody looked into the claim itself, not only into who says so. */
export const QUEUE_CHECKS = ['not_checked', 'checked'] as const;

/** What other claims of the article have to do with it. */
export const QUEUE_BEARINGS = ['contradicts'] as const;

/** How far away a claim is: nobody named, or so many hands; 3 stands for all beyond. */
export const QUEUE_HANDS = ['none', '1', '2', '3'] as const;

/** Strength as it is computed, 0 to 5. */
export const QUEUE_STRENGTHS = ['0', '1', '2', '3', '4', '5'] as const;

export const QUEUE_PAGE_SIZE = 50;
