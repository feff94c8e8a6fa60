/** What exports say they were made with. */
export const PRODUCT = { name: 'Hearsay', version: '0.1.0' } as const;
