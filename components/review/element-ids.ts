/** Elements that get the focus from elsewhere on the screen. */
export const DETAIL_ID = 'claim-detail';
export const QUEUE_ID = 'queue';
export const HEADING_ID = 'queue-heading';
export const FIRST_FILTER_ID = 'filter-article';
export const ARTICLE_LINK_ID = 'article-link';
export const HISTORY_ID = 'whole-history';

export function rowId(claimId: string): string {
  return `claim-row-${claimId}`;
}
