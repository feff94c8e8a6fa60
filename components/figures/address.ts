import type { JudgedField } from '@/lib/agreement/judged-field';
import { dayText } from '@/lib/figures/period';
import type { FiguresInput } from '@/lib/figures/schema';
import type { StepFilter } from '@/lib/figures/step-list';

export const FIGURES_PATH = '/figures';
const STEPS_PATH = '/figures/claims';
const AGREEMENT_PATH = '/figures/agreement';

function toAddress(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The figures of what was asked for. The usual period stands in no address. */
export function figuresHref({ period, from, to, by, person }: FiguresInput): string {
  return toAddress(FIGURES_PATH, { period: period === 'month' ? undefined : period, from, to, by, person });
}

type Days = { readonly from: number; readonly to: number };

/** The days as an address has them, where the last belongs to them. */
function toDays({ from, to }: Days): { readonly from: string; readonly to: string } {
  return { from: dayText(from), to: dayText(to - 1) };
}

/** The list behind a number: always of the same days, whenever it is opened. What waits has none. */
export function stepsHref({ what, person, reason, waited }: StepFilter, days: Days | null, after: string | undefined = undefined): string {
  return toAddress(STEPS_PATH, { what, person, reason, waited, ...(days === null ? {} : toDays(days)), after });
}

/** The agreement of a period, with the articles that it is of; `field` is told pair by pair. */
export function agreementHref(days: Days, field: JudgedField | undefined = undefined): string {
  return toAddress(AGREEMENT_PATH, { ...toDays(days), field });
}

/** How far the checkers of one article agree. */
export function articleAgreementHref(articleId: string): string {
  return `/articles/${articleId}/agreement`;
}
