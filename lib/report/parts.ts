import { PARTS } from '@/lib/frame/en/parts';
import type { Frame } from '@/lib/frame/frame';
import type { ReportContents } from './contents';

/**
 * The parts of a report that whoever hands it over can leave out: a closed list, in the order in which they are offered. What is
 * not listed is always there: head, notice of a working copy, limits and sign-off. Formats that are laid out to be read obey;
 * tables and data hold everything.
 */
export const REPORT_PARTS = [
  'label',
  'text',
  'checked',
  'provenance',
  'sources',
  'conflicts',
  'unattributed',
  'numbers',
  'claims',
  'method',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export const REPORT_PART_LABELS: Readonly<Record<ReportPart, string>> = PARTS;

/** The sections below the head and the label, in the order they have in every format, each with the part it goes with; null: always there. */
const PART_OF_SECTION = {
  text: 'text',
  checked: 'checked',
  provenance: 'provenance',
  sources: 'sources',
  origins: 'sources',
  conflicts: 'conflicts',
  unattributed: 'unattributed',
  numbers: 'numbers',
  claims: 'claims',
  figures: 'label',
  method: 'method',
  limits: null,
} as const satisfies Readonly<Record<string, ReportPart | null>>;

export type SectionId = keyof typeof PART_OF_SECTION;
export const SECTION_IDS = Object.keys(PART_OF_SECTION) as readonly SectionId[];

export function isSection(id: string): id is SectionId {
  return id in PART_OF_SECTION;
}

type Parts = { readonly parts: readonly ReportPart[] };

/** Whether a part is in the file. */
export function hasPart({ choices }: { readonly choices: Parts }, part: ReportPart): boolean {
  return choices.parts.includes(part);
}

/** Whether a section is not left out of the file; it may have nothing to say all the same (`sectionsOf`). */
export function hasSection(model: { readonly choices: Parts }, section: SectionId): boolean {
  const part = PART_OF_SECTION[section];
  return part === null || hasPart(model, part);
}

/** The sections of a report in their order: those that are not left out, and those beyond the label only where they have something to say. */
export function sectionsOf(model: { readonly contents: ReportContents; readonly choices: Parts }): readonly SectionId[] {
  const { proposals, unattributed, numbers } = model.contents;
  const absent: Partial<Record<SectionId, boolean>> = {
    checked: proposals.length === 0,
    unattributed: Object.values(unattributed).every((claims) => claims.length === 0),
    numbers: numbers.length === 0,
  };
  return SECTION_IDS.filter((id) => absent[id] !== true && hasSection(model, id));
}

/** “Left out of this file: Every claim; How to read this.”; null where nothing is. */
export function leftOutWords({ parts }: Parts, { report }: Pick<Frame, 'report'>): string | null {
  const out = REPORT_PARTS.filter((part) => !parts.includes(part)).map((part) => report.parts[part]);
  return out.length === 0 ? null : report.leftOut(out);
}
