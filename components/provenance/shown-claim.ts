import { chainLine } from '@/lib/attribution/chain-words';
import type { Corroboration } from '@/lib/attribution/corroboration';
import { type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';
import { claimAddress } from '@/lib/claims/claim-address';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { SourcingClaim } from '@/lib/provenance/sourcing';

/** A claim as a list on the sourcing page shows it. */
export type ShownClaim = {
  readonly id: string;
  readonly number: number;
  readonly sourceClass: SourceClass;
  readonly state: ClaimState;
  readonly href: string;
  /** The claim's words, its spans with an ellipsis between; cut where they are long. */
  readonly quote: string;
  /** “article ← The New York Times (taken on trust) ← ...” */
  readonly line: string;
  readonly strength: string;
  readonly corroboration: Corroboration | null;
};

const QUOTE_MAX = 400;

export function toShownClaim(claim: SourcingClaim, words: readonly string[], corroboration: Corroboration | null = null): ShownClaim {
  const { id, articleId, number, sourceType, state, chain } = claim;
  return {
    id,
    number,
    state,
    sourceClass: toSourceClass(sourceType),
    href: claimAddress(articleId, id),
    quote: cut(words.join(' … ').replace(/\s+/gu, ' ').trim()),
    line: chainLine(chain),
    strength: strengthOf(chain).sentence,
    corroboration,
  };
}

/** Cut after a whole word where there is one near the end; never inside a character. */
function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= QUOTE_MAX) return text;
  const kept = characters.slice(0, QUOTE_MAX).join('');
  const space = kept.lastIndexOf(' ');
  return `${kept.slice(0, space > QUOTE_MAX / 2 ? space : kept.length)} …`;
}
