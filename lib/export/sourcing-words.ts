import { handWords } from '@/lib/attribution/hand';
import type { Independence } from '@/lib/attribution/origin-group';
import type { Evidence } from '@/lib/claims/evidence';
import { type Credibility, LIKELIHOOD_FACTS, type Likelihood } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Source } from '@/lib/sources/source';

/** Sourcing in the words that several formats share. */

/** Independence is never told by colour alone, nor by the sign alone. */
export const INDEPENDENCE_SIGNS: Readonly<Record<Independence, string>> = { attested: '●', shared: '◐', unknown: '○' };

/** `● attested`. */
export function independenceText({ independence }: { readonly independence: Independence }, { report }: Frame): string {
  return `${INDEPENDENCE_SIGNS[independence]} ${report.independence[independence]}`;
}

/** Said after the name of a source that the desk has retracted. */
export function retractedWords(source: Pick<Source, 'retracted'> | null, { report }: Frame): string {
  return source?.retracted === true ? report.retracted : '';
}

/** What is said of a related claim that this file does not hold. */
export function notHeld({ kind, frame }: Pick<ReportModel, 'kind' | 'frame'>): string {
  return frame.report.notHeld[kind];
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
  return model.frame.report.outside(numbers.length, named, notHeld(model));
}

/** “Web page, supports: Title, https://…, at: p. 3, archived: https://…, looked at on 2026-03-01”. */
export function evidenceLine(evidence: Evidence, frame: Frame): string {
  const { title, url } = evidence;
  return [`${evidenceHead(evidence, frame)}: ${title}`, ...(url === null ? [] : [url]), ...evidenceAsides(evidence, frame)].join(', ');
}

/** What kind of evidence it is and which way it points: “Web page, supports”. */
export function evidenceHead({ kind, stance }: Evidence, { report, claims, counts }: Frame): string {
  return report.evidence.head(claims.evidenceKinds[kind], counts.within(claims.stances[stance]));
}

/** Where in it, where it is kept, and when it was looked at: only what is known. */
export function evidenceAsides({ locator, archivedUrl, retrievedOn }: Evidence, { report: { evidence } }: Frame): readonly string[] {
  return [
    ...(locator === '' ? [] : [evidence.at(locator)]),
    ...(archivedUrl === null ? [] : [evidence.archived(archivedUrl)]),
    ...(retrievedOn === null ? [] : [evidence.lookedAt(retrievedOn)]),
  ];
}

/** “2, probably true” (Admiralty scale). */
export function credibilityWords(credibility: Credibility, { claims, counts }: Frame): string {
  return `${credibility}, ${counts.within(claims.credibility[credibility])}`;
}

/** That a credibility of 1 leans on more than this export holds, as a sentence; null where it is borne out. */
export function gradeDoubtWords({ sourcing }: Pick<ReportClaim, 'sourcing'>, { report }: Frame): string | null {
  return sourcing.gradeDoubt === null ? null : report.gradeDoubt(sourcing.gradeDoubt);
}

/** “Unlikely (20–45 in 100)” (ICD 203). Never in one sentence with a confidence. */
export function likelihoodWords(likelihood: Likelihood, { report, claims }: Frame): string {
  const { from, to } = LIKELIHOOD_FACTS[likelihood];
  return report.likelihood(claims.likelihood[likelihood], from, to);
}

/** The two sentences of the heading: how many attributions a reader meets, and how many origins there are at most. */
export function headline(
  { attributions, origins, claimIds }: ReportModel['sourcing']['label'],
  { report: { headline: words } }: Frame,
): readonly [string, string] {
  const first = attributions.length === 0 ? words.claims(claimIds.length) : words.attributions(attributions.length);
  return [first, origins.atMost === 0 ? words.noOrigin : words.origins(origins.atMost)];
}

/** The deepest chain: “third hand”, or that nobody is named. */
export function deepestWords({ deepest }: ReportModel['sourcing']['label'], { attribution }: Frame): string {
  return handWords(deepest?.hand ?? null, attribution);
}

/** How far away somebody's claims are, and whether we read what they say. */
export function reachText({ reach, reading }: { readonly reach: string; readonly reading: string | null }): string {
  return reading === null ? reach : `${reach}, ${reading}`;
}
