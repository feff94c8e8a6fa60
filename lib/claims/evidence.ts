import { CLAIMS } from '@/lib/frame/en/claims';

export const EVIDENCE_KINDS = ['url', 'document', 'recording', 'person'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** What a finding leans on. With a locator, so that nobody has to search for the place in it. */
export type Evidence = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  /** Page, minute, paragraph, row: where in it. */
  readonly locator: string;
  /** The day it was looked at, as YYYY-MM-DD; null when that was not kept. */
  readonly retrievedOn: string | null;
  /** The article's origin group it belongs to, so that it is not counted beside the claim's own origin; null when unknown. */
  readonly originGroupId: string | null;
  readonly stance: Stance;
};

/** Whether somebody who wants to look has to search for the place: a person is asked, everything else has pages or minutes. */
export function lacksLocator({ kind, locator }: Pick<Evidence, 'kind' | 'locator'>): boolean {
  return kind !== 'person' && locator.trim() === '';
}

/** Whether an address may become a link. What was stored before addresses were checked may be anything; it is shown as words. */
export function isOpenable(url: string): boolean {
  return /^https?:\/\//iu.test(url) && URL.canParse(url);
}

export const EVIDENCE_KIND_LABELS: Readonly<Record<EvidenceKind, string>> = CLAIMS.evidenceKinds;
export const STANCE_LABELS: Readonly<Record<Stance, string>> = CLAIMS.stances;
export const EVIDENCE_MAX = 50;
export const EVIDENCE_TEXT_MAX = 500;
export const URL_MAX = 2000;
