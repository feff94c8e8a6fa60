import type { PersonRef } from '@/lib/kernel/person';
import type { FieldChange } from './field-changes';

/**
 * What was written about a claim, or about an article, one event of the audit trail at a time, for people to read. Nothing is
 * kept for it: the trail is the one there is (lib/audit), put into words when it is asked for. An event that this version has
 * no words for is told all the same, by its name.
 */
export type TrailEntry = {
  readonly id: string;
  /** When it was written (ISO 8601, UTC). */
  readonly at: string;
  /** Null for what no signed-in person did. */
  readonly by: PersonRef | null;
  /** What they did, behind their name: “returned it”. */
  readonly did: string;
  /** Why, in their words; empty where nobody was asked. */
  readonly reason: string;
  readonly changes: readonly FieldChange[];
  /** The claim it is about; null where it is about the article. */
  readonly claim: { readonly id: string; readonly number: number } | null;
  /** The claim's version after it, where it left another one. */
  readonly version: number | null;
  /** Whether the claim was another afterwards, so that it could be given back what it was. */
  readonly wasVersion: boolean;
};

/** The newest first. `before`: what to ask for the older ones with; null where there are none. */
export type TrailPage = { readonly entries: readonly TrailEntry[]; readonly before: number | null };

/** How many are told at a time. */
export const TRAIL_AT_ONCE = 50;

/** What events are about, for who looks for some; in SQL beside it (data.ts). */
export const TRAIL_KINDS = ['claims', 'steps', 'comments', 'notes', 'checking', 'origins', 'article', 'other'] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

export const TRAIL_KIND_LABELS: Readonly<Record<TrailKind, string>> = {
  claims: 'Claims and their fields',
  steps: 'Decisions and other steps',
  comments: 'Comments',
  notes: 'Desk notes',
  checking: 'Who checks it',
  origins: 'Origin groups',
  article: 'The article and its report',
  other: 'Everything else',
};

/** What the names of the events of each kind begin with; `claim.moved` is a step. */
export const TRAIL_PREFIXES: Readonly<Record<Exclude<TrailKind, 'other'>, readonly string[]>> = {
  claims: ['claim.created', 'claim.edited', 'claim.deleted', 'claim.restored', 'claim.superseded'],
  steps: ['claim.moved'],
  comments: ['comment.'],
  notes: ['desk_note.'],
  checking: ['assignment.', 'check.', 'adjudication.'],
  origins: ['origin_group.'],
  article: ['article.', 'report.'],
};

/** A claim as the head of its history tells. */
export type TrailClaim = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly deleted: boolean;
  /** The consensus claim that stands for it; null while none does. */
  readonly supersededBy: { readonly id: string; readonly number: number } | null;
  readonly quote: string;
  readonly article: { readonly id: string; readonly title: string };
  readonly comments: number;
  /** Why the person cannot give it back an earlier version; null when they can. */
  readonly refusal: string | null;
  /** The event that left its fields as they are. */
  readonly currentId: string | null;
};

export type ClaimTrail = TrailPage & { readonly claim: TrailClaim };
