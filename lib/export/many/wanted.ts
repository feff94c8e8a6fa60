import type { ClaimState } from '@/lib/claims/claim-state';
import { LAYOUT } from '@/lib/frame/en/layout';
import type { ExportChoice } from '../choice';

/**
 * Exports of many articles at once: which of the articles asked for are held, which are left out and why, in words. What is
 * checked blind is in no such export, whoever asks: a batch goes further than one article does, and nobody looks at each.
 */
export type Wanted = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  /** Claims in each state, as far as the one who asks sees them. */
  readonly counts: Readonly<Record<ClaimState, number>>;
  /** Being checked by several who see only their own work. */
  readonly blind: boolean;
};

const WHYS = ['blind', 'unapproved', 'empty', 'unknown', 'gone', 'failed'] as const;
export type Why = (typeof WHYS)[number];

export type LeftOut = { readonly id: string; readonly title: string; readonly why: Why };

export const WHY_WORDS: Readonly<Record<Why, string>> = LAYOUT.many.leftOut;

export type Parted = { readonly held: readonly Wanted[]; readonly leftOut: readonly LeftOut[] };

/** The articles that an export holds, in the order given, and the others. `evenBlind`: also those that are being checked blind. */
export function partWanted(
  articles: readonly Wanted[],
  claims: ExportChoice['claims'],
  { evenBlind = false }: { readonly evenBlind?: boolean } = {},
): Parted {
  const held: Wanted[] = [];
  const leftOut: LeftOut[] = [];
  for (const article of articles) {
    const why = whyNot(article, claims, evenBlind);
    if (why === null) held.push(article);
    else leftOut.push({ id: article.id, title: article.title, why });
  }
  return { held, leftOut };
}

function whyNot({ blind, counts }: Wanted, claims: ExportChoice['claims'], evenBlind: boolean): Why | null {
  if (blind && !evenBlind) return 'blind';
  if (claims.kind === 'report') return counts.approved === 0 ? 'unapproved' : null;
  return claims.states.some((state) => counts[state] > 0) ? null : 'empty';
}

/** How many claims an export of these articles holds, as they were counted. */
export function countWanted(held: readonly Wanted[], claims: ExportChoice['claims']): number {
  const states = claims.kind === 'report' ? (['approved'] as const) : claims.states;
  return held.reduce((sum, { counts }) => sum + states.reduce((own, state) => own + counts[state], 0), 0);
}

/** So many titles at most stand in a sentence for each reason. */
const TITLES_MAX = 5;

/**
 * What was left out and why, in a sentence; empty where nothing was.
 *
 *     “3 articles are left out: 2 without an approved claim (“A”, “B”), 1 being checked blind (“C”).”
 */
export function leftOutWords(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const groups = WHYS.flatMap((why) => {
    const titles = leftOut.filter((one) => one.why === why).map(({ title }) => `“${title}”`);
    if (titles.length === 0) return [];
    const more = titles.length > TITLES_MAX ? ` and ${titles.length - TITLES_MAX} more` : '';
    return [`${titles.length} ${WHY_WORDS[why]} (${titles.slice(0, TITLES_MAX).join(', ')}${more})`];
  });
  return `${leftOut.length === 1 ? '1 article is' : `${leftOut.length} articles are`} left out: ${groups.join('; ')}.`;
}
