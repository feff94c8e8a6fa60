import { handWords } from '@/lib/attribution/hand';
import type { Independence } from '@/lib/attribution/origin-group';
import { EVIDENCE_KIND_LABELS, type Evidence, STANCE_LABELS } from '@/lib/claims/evidence';
import { CREDIBILITY_LABELS, type Credibility, LIKELIHOOD_FACTS, type Likelihood } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { withheldWords } from '@/lib/report/withheld';
import type { Source } from '@/lib/sources/source';
import { toCountText, toListText, toNumberText, toSentenceCase, toWord } from './wording';

/** Sourcing in the words that several formats share. */

/** Independence is never told by colour alone, nor by the sign alone. */
export const INDEPENDENCE_FACTS: Readonly<Record<Independence, { readonly sign: string; readonly label: string }>> = {
  attested: { sign: '●', label: 'attested' },
  shared: { sign: '◐', label: 'shown to be shared' },
  unknown: { sign: '○', label: 'unknown' },
};

/** Said after the name of a source that the desk has retracted. */
export function retractedWords(source: Pick<Source, 'retracted'> | null): string {
  return source?.retracted === true ? ' (retracted)' : '';
}

/** What is said of a related claim that this file does not hold. */
export function notHeld({ kind }: Pick<ReportModel, 'kind'>): string {
  return `a claim not in this ${kind === 'report' ? 'report' : 'copy'}`;
}

/** What was written where two claims of the file were related; both sides show the same. Empty when nothing was. */
export function noteBetween({ sourcing }: ReportClaim, other: ReportClaim, kind: RelationKind): string {
  return sourcing.related.find((related) => related.kind === kind && related.number === other.number)?.note ?? '';
}

/** How many claims do not fit with one that the file does not hold, and which; null when all fit. Says nothing of the others. */
export function outsideWords(model: ReportModel): string | null {
  const numbers = model.claims.flatMap(({ number, sourcing }) =>
    sourcing.related.some((related) => related.number === null && (related.kind === 'contradicts' || related.kind === 'tension'))
      ? number
      : [],
  );
  if (numbers.length === 0) return null;
  const named = numbers.map((number) => `C${number}`).join(', ');
  return `${toCountText(numbers.length, 'claim')} (${named}) ${numbers.length === 1 ? 'does' : 'do'} not fit with ${notHeld(model)}, which is not shown.`;
}

/** “Web page, supports: Title, https://…, at: p. 3, archived: https://…, looked at on 2026-03-01”. */
export function evidenceLine(evidence: Evidence): string {
  const { title, url } = evidence;
  return [`${evidenceHead(evidence)}: ${title}`, ...(url === null ? [] : [url]), ...evidenceAsides(evidence)].join(', ');
}

/** What kind of evidence it is and which way it points: “Web page, supports”. */
export function evidenceHead({ kind, stance }: Evidence): string {
  return `${EVIDENCE_KIND_LABELS[kind]}, ${STANCE_LABELS[stance].toLowerCase()}`;
}

/** Where in it, where it is kept, and when it was looked at: only what is known. */
export function evidenceAsides({ locator, archivedUrl, retrievedOn }: Evidence): readonly string[] {
  return [
    ...(locator === '' ? [] : [`at: ${locator}`]),
    ...(archivedUrl === null ? [] : [`archived: ${archivedUrl}`]),
    ...(retrievedOn === null ? [] : [`looked at on ${retrievedOn}`]),
  ];
}

/** “2, probably true” (Admiralty scale). */
export function credibilityWords(credibility: Credibility): string {
  return `${credibility}, ${CREDIBILITY_LABELS[credibility].toLowerCase()}`;
}

/** That a credibility of 1 leans on more than this export holds, as a sentence; null where it is borne out. */
export function gradeDoubtWords({ sourcing }: Pick<ReportClaim, 'sourcing'>): string | null {
  return sourcing.gradeDoubt === null ? null : `Grade 1 is not supported by what stands here, because ${sourcing.gradeDoubt}.`;
}

/** “Unlikely (20–45 in 100)” (ICD 203). Never in one sentence with a confidence. */
export function likelihoodWords(likelihood: Likelihood): string {
  const { label, from, to } = LIKELIHOOD_FACTS[likelihood];
  return `${label} (${from}–${to} in 100)`;
}

/** The two sentences of the heading: how many attributions a reader meets, and how many origins there are at most. */
export function headline({ attributions, origins, claimIds }: ReportModel['sourcing']['label']): readonly [string, string] {
  const spoken = attributions.length;
  const count = claimIds.length;
  const first =
    spoken === 0
      ? `${toSentenceCase(toWord(count))} ${count === 1 ? 'claim' : 'claims'}.`
      : `${toSentenceCase(toWord(spoken))} attribution${spoken === 1 ? '' : 's'}.`;
  const { atMost } = origins;
  return [first, atMost === 0 ? 'No origin.' : `At most ${toWord(atMost)} origin${atMost === 1 ? '' : 's'}.`];
}

/** The deepest chain: “third hand”, or that nobody is named. */
export function deepestWords({ deepest }: ReportModel['sourcing']['label']): string {
  return handWords(deepest?.hand ?? null);
}

/**
 * What this article's report cannot say, from its own data; what holds for every report is for the format to add. Each
 * names its claims.
 */
export function ownLimits({ kind, sourcing, claims, choices }: ReportModel): readonly string[] {
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  const named = (ids: readonly string[]) => ids.map((id) => `C${numbers.get(id) ?? '?'}`).join(', ');
  const flagged = (wanted: string) => sourcing.label.flags.find(({ flag }) => flag === wanted)?.claimIds ?? [];
  const [unclear, predictions] = [flagged('ambiguous_scope'), flagged('prediction')];
  const read = new Set(
    claims.flatMap(({ chain }) => chain.flatMap(({ source, reading }) => (reading === 'read' ? (source?.id ?? []) : []))),
  );
  const trusted = sourcing.label.relays.filter(({ source }) => !read.has(source.id)).map(({ source }) => source.name);
  const highest = claims.reduce((most, { number }) => Math.max(most, number), 0);
  const missing = highest - claims.length;
  const withheld = withheldWords(choices.withheld);
  return [
    ...(withheld === null ? [] : [withheld]),
    ...(kind !== 'report' || missing === 0
      ? []
      : [
          `Claim numbers run to ${highest}; ${missing} of them ${missing === 1 ? 'is' : 'are'} not in this report: not approved, or taken out.`,
        ]),
    ...(trusted.length === 0 ? [] : [`Taken on trust, not read by us: ${toListText(trusted)}.`]),
    ...(unclear.length === 0 ? [] : [`Where an attribution ends is unclear in ${countOf(unclear)} (${named(unclear)}).`]),
    ...(predictions.length === 0
      ? []
      : [
          `${toSentenceCase(countOf(predictions))} (${named(predictions)}) ${predictions.length === 1 ? 'is a prediction' : 'are predictions'} and cannot be checked now.`,
        ]),
  ];
}

function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? 'one claim' : `${ids.length > 12 ? toNumberText(ids.length) : toWord(ids.length)} claims`;
}
