import type { PersonRef } from '@/lib/kernel/person';
import type { Grade, GradeEntry } from './grade';
import type { Source, SourceKind } from './source';

/**
 * All that the desk has written down about one source. Its claims are not here: there may be ten thousand.
 * `version` goes up by one with every write to it, also when something is merged into it or split off.
 */
export type SourceRecord = Source & {
  readonly deskId: string;
  readonly affiliation: string;
  readonly role: string;
  /** BCP 47, as in “en” or “pt-BR”; empty when it is not known. */
  readonly language: string;
  readonly homepage: string | null;
  /** A Wikidata item: Q and digits. */
  readonly wikidata: string | null;
  /** What it is part of. */
  readonly parent: Source | null;
  /** The source it was merged into and that now stands for it; null when it stands for itself. */
  readonly mergedInto: Source | null;
  readonly retraction: Retraction | null;
  readonly version: number;
  /** Other names it is found by, its own and those of what was merged into it; oldest first. */
  readonly aliases: readonly Alias[];
  /** What was merged into it, directly or through others; oldest first. */
  readonly merged: readonly MergedSource[];
  /** Its grades and those of what was merged into it, newest first. */
  readonly grades: readonly GradeEntry[];
};

export type Retraction = { readonly at: Date; readonly reason: string };
export type Alias = { readonly id: string; readonly name: string };

export type MergedSource = Source & {
  readonly version: number;
  /** Its id and that of the one it was merged into, which may itself be merged. */
  readonly mergedIntoId: string;
};

/** What of a source a person writes into its form. */
export type SourceFields = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly affiliation: string;
  readonly role: string;
  readonly language: string;
  readonly homepage: string | null;
  readonly wikidata: string | null;
  readonly parentId: string | null;
};

/** An article and the numbers of its claims that lean on the source, in order. */
export type LeaningArticle = {
  readonly id: string;
  readonly title: string;
  readonly claimNumbers: readonly number[];
  /** The ids of the first of them, at most 30: there may be ten thousand. */
  readonly claimIds: readonly string[];
};

/** A step in a source's life, for its history. */
export type SourceStep = {
  readonly id: string;
  readonly what: 'merged' | 'split' | 'retracted' | 'unretracted';
  /** Which source it was about, and for merge and split the other one. */
  readonly name: string;
  readonly other: string | null;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: Date;
};

/** The newest grade, or null when the desk has not graded it. Grades come newest first. */
export function currentGrade({ grades }: Pick<SourceRecord, 'grades'>): Grade | null {
  return grades[0]?.grade ?? null;
}

export function toSourceFields(record: SourceRecord): SourceFields {
  const { name, kind, affiliation, role, language, homepage, wikidata, parent } = record;
  return { name, kind, affiliation, role, language, homepage, wikidata, parentId: parent?.id ?? null };
}
