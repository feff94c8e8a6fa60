import { type SupportedClaim, supportsOf } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { originsOf } from '@/lib/attribution/origins';
import { CLAIMS } from '@/lib/frame/en/claims';
import type { Frame } from '@/lib/frame/frame';
import { CREDIBILITIES, type Credibility } from './finding';

/** Where a claim's supports are looked for: all claims of its article, itself among them, and the article's groups. */
export type Supports = {
  readonly claims: readonly SupportedClaim[];
  readonly groups: readonly OriginGroup[];
};

/**
 * Why a claim cannot be graded so, as a sentence for the checker, or null. Only grade 1 asks for anything: the scale
 * reads “confirmed by other independent sources” (FM 2-22.3, appendix B), so two supports must lie in different attested
 * origins. Supports are the claim's own origin, those of claims that restate it, and its supporting evidence. Two attested
 * groups that were shown to share an origin are one.
 *
 * `supports` null: the article has not two attested groups. Cost: nothing for the other grades; for grade 1 all claims of the article once.
 */
export function checkCredibility(grade: Credibility | null, claimId: string, supports: Supports | null): string | null {
  if (grade !== 1) return null;
  const attested = supports === null ? null : countAttested(supports)(claimId);
  if (attested !== null && attested >= ATTESTED_MIN) return null;
  const found = attested === null ? 'the article has not two of them' : attested === 0 ? 'none does' : 'only one does';
  return `Credibility 1 means confirmed by independent sources. At least two supports must lie in different attested origin groups; here ${found}.`;
}

/** Grade 1 asks for so many supports in attested origins that differ. */
const ATTESTED_MIN = 2;

function countAttested({ claims, groups }: Supports): (claimId: string) => number {
  const supports = supportsOf(claims, originsOf(claims, groups));
  return (claimId) => supports.count(claimId).attested;
}

/** The doubts about grades 1 of claims of one article, by claim id; none for those that stand. Looks at all its claims once. */
export function gradeDoubts(claimIds: readonly string[], supports: Supports | null): ReadonlyMap<string, string> {
  const count = supports === null ? () => 0 : countAttested(supports);
  return new Map(
    claimIds.flatMap((id) => {
      const doubt = supports === null ? 'the article has not two attested origins' : gradeDoubt(1, count(id));
      return doubt === null ? [] : [[id, doubt] as const];
    }),
  );
}

/**
 * Why a grade 1 that was given does not stand by now, for the middle of a sentence, or null: what it leaned on may have
 * changed since it was checked. Computed wherever the grade is shown, and never stored.
 *
 * @param attested how many attested origins support it, as they are counted where it is shown
 */
export function gradeDoubt(
  grade: Credibility | null,
  attested: number,
  words: Frame['claims']['gradeDoubt'] = CLAIMS.gradeDoubt,
): string | null {
  if (grade !== 1 || attested >= ATTESTED_MIN) return null;
  return attested === 0 ? words.noOrigin : words.oneOrigin;
}

/** The doubt as a sentence of the desk, which knows that the grade once stood; an export has its own (lib/export). */
export function gradeDoubtSentence(doubt: string): string {
  return `Grade 1 is no longer supported, because ${doubt}.`;
}

/** Reliability letters of the Admiralty scale, A (reliable) to F (cannot be judged). */
export type ReliabilityGrade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export type Grading = { readonly reliability: ReliabilityGrade; readonly credibility: Credibility };

/** `diagonal` of `of` gradings, or the reason why there is no share. */
export type DiagonalShare = { readonly diagonal: number; readonly of: number } | { readonly diagonal: null; readonly reason: string };

/**
 * How many gradings lie on the diagonal A1, B2, C3, D4, E5. The two scales are meant to be judged apart; where nearly all
 * gradings lie on the diagonal, the source's reputation was taken for the truth of what it says (Baker, McKendry and Mace
 * 1968, who found this in practice). F and 6 mean “cannot be judged”, so a grading with either is left out. Linear.
 */
export function diagonalShare(gradings: readonly Grading[]): DiagonalShare {
  const judged = gradings.filter(({ reliability, credibility }) => reliability !== 'F' && credibility !== 6);
  if (judged.length === 0) return { diagonal: null, reason: 'no claim has both a source graded A to E and a credibility of 1 to 5' };
  return { diagonal: judged.filter(isOnDiagonal).length, of: judged.length };
}

function isOnDiagonal({ reliability, credibility }: Grading): boolean {
  return 'ABCDE'.indexOf(reliability) === CREDIBILITIES.indexOf(credibility);
}
