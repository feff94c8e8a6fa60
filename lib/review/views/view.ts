/** A list of the queue that a person gave a name. `query` is what stands in its address, without the page. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string; readonly version: number };

export const VIEW_NAME_MAX = 60;
/** More than this nobody finds again. */
export const VIEWS_MAX = 50;
