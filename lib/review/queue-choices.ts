// What the queue can be filtered by, apart from what checks it (schema.ts): the page that offers these need not load that.
// Class, confidence, strength, hand and check stand in lib/claims/queue/choices.ts.

/** Ages after which a submitted claim is asked for: at least this many hours. */
export const QUEUE_AGES = [1, 4, 24, 72] as const;

/** What other claims of the article have to do with it. */
export const QUEUE_BEARINGS = ['contradicts'] as const;

export const QUEUE_PAGE_SIZE = 50;

/** How many articles, checkers and sources the queue offers to choose from: those with most waiting. */
export const QUEUE_OPTIONS_MAX = 200;
