import type { Frame } from '@/lib/frame/frame';
import type { PersonRef } from '@/lib/kernel/person';
import { type DiffPart, diffAlike } from '@/lib/text/diff';
import type { ReportClaim } from './report-claim';

/**
 * A correction that an approved claim proposes. `tracked` says whether the text shows it as a change: it does where the
 * claim is one stretch of text that no other tracked proposal touches. Which words of a claim in several places should go,
 * and which of two overlapping proposals should win, is for a person to say.
 */
export type Proposal = { readonly claim: ReportClaim; readonly correction: string; readonly tracked: boolean; readonly why: string };

/** In text order. Claims that no editor approved propose nothing, whatever the model holds, nor do the words that stand there already. Linear. */
export function proposalsOf({
  claims,
  frame,
}: {
  readonly claims: readonly ReportClaim[];
  readonly frame: Pick<Frame, 'report'>;
}): readonly Proposal[] {
  let taken: { readonly end: number; readonly number: number } = { end: 0, number: 0 };
  return claims.flatMap((claim) => {
    const correction = claim.finding.correction.trim();
    const [span] = claim.spans;
    if (claim.state !== 'approved' || correction === '' || span === undefined) return [];
    if (claim.spans.length === 1 && correction === span.quote.trim()) return [];
    const overlaps = span.start < taken.end;
    const why = whyNot(claim.spans.length, overlaps ? taken.number : null, frame.report.notTracked);
    const tracked = why === '';
    if (tracked) taken = { end: span.end, number: claim.number };
    return [{ claim, correction, tracked, why }];
  });
}

function whyNot(parts: number, overlapped: number | null, words: Frame['report']['notTracked']): string {
  if (parts > 1) return words.several;
  return overlapped === null ? '' : words.overlaps(overlapped);
}

/** Words longer than this, in UTF-16 units with those instead of them, are replaced whole: nobody reads what in them is the same. */
const COMPARED_MAX = 20_000;

/**
 * What a proposal changes, word by word, where its words and the claim's are one text that was changed; else all goes and all
 * comes. What is not `come` is the claim's words, its parts with ` […] ` between them; what is not `gone` is what should stand there.
 */
export function changesOf({ claim, correction }: Pick<Proposal, 'claim' | 'correction'>): readonly DiffPart[] {
  const [span, ...others] = claim.spans;
  const words = claim.spans.map(({ quote }) => quote).join(' […] ');
  const whole = words.trim();
  const isShort = words.length + correction.length <= COMPARED_MAX;
  const parts = (span !== undefined && others.length === 0 && isShort ? diffAlike(whole, correction) : null) ?? [
    { kind: 'gone', text: whole },
    { kind: 'come', text: correction },
  ];
  const from = words.indexOf(whole);
  const [before, after] = [words.slice(0, from), words.slice(from + whole.length)];
  const same = (text: string): readonly DiffPart[] => (text === '' ? [] : [{ kind: 'same', text }]);
  return [...same(before), ...parts, ...same(after)];
}

/** Who stands behind a proposal, and since when: the approver, else whoever edited the claim last. */
export function proposerOf({ approval, lastEditedBy, updatedAt }: ReportClaim): { readonly by: PersonRef; readonly at: Date } {
  return approval ?? { by: lastEditedBy, at: updatedAt };
}
