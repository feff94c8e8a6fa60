import type { Field } from '@/lib/adjudication/field';
import { JUDGED_FIELDS, type JudgedField } from '@/lib/agreement/judged-field';

/** What disagreements are listed by: a field, the words themselves, or that only one person marked anything. */
export const DIFFERENCES = [...JUDGED_FIELDS, 'spans', 'alone'] as const;
export type Difference = JudgedField | Extract<Field, 'spans'> | 'alone';

/** What of the page is asked for in its address: of which difference all claims are listed, not only the first. */
export type AgreementQuery = { readonly all: Difference | null };

/** So many claims are listed of each difference until all are asked for. */
export const LISTED = 20;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Unknown values are dropped, so that an old link still opens the page. */
export function parseQuery({ all }: Params): AgreementQuery {
  return { all: DIFFERENCES.find((difference) => difference === all) ?? null };
}

export function elementId(difference: Difference): string {
  return `differ-${difference}`;
}

/** The page with all claims of one difference listed, at their place. */
export function allAddress(articleId: string, difference: Difference): string {
  return `/articles/${articleId}/agreement?all=${difference}#${elementId(difference)}`;
}
