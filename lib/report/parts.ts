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

type PartFacts = {
  readonly label: string;
  /** The sections it stands for (SECTIONS of lib/export/report-words.ts), by their ids. A new section goes here, or is always in. */
  readonly sections: readonly string[];
};

export const REPORT_PART_FACTS: Readonly<Record<ReportPart, PartFacts>> = {
  label: { label: 'Sourcing label, and what is behind its figures', sections: ['label', 'figures'] },
  text: { label: 'The article, claim by claim', sections: ['text'] },
  checked: { label: 'Checked copy', sections: ['checked'] },
  provenance: { label: 'Where it comes from, as a picture', sections: ['provenance'] },
  sources: { label: 'Who speaks, and what they lean on', sections: ['sources', 'origins'] },
  conflicts: { label: 'What does not fit', sections: ['conflicts'] },
  unattributed: { label: 'Unattributed statements', sections: ['unattributed'] },
  numbers: { label: 'Numbers', sections: ['numbers'] },
  claims: { label: 'Every claim', sections: ['claims'] },
  method: { label: 'How to read this', sections: ['method'] },
};

const PART_OF_SECTION: ReadonlyMap<string, ReportPart> = new Map(
  REPORT_PARTS.flatMap((part) => REPORT_PART_FACTS[part].sections.map((section) => [section, part] as const)),
);

type Parts = { readonly parts: readonly ReportPart[] };

/** Whether a section, by its id, is in the file. One that belongs to no part always is. */
export function hasSection({ choices }: { readonly choices: Parts }, section: string): boolean {
  const part = PART_OF_SECTION.get(section);
  return part === undefined || choices.parts.includes(part);
}

/** “Left out of this file: Every claim; How to read this.”; null where nothing is. */
export function leftOutWords({ parts }: Parts): string | null {
  const out = REPORT_PARTS.filter((part) => !parts.includes(part)).map((part) => REPORT_PART_FACTS[part].label);
  return out.length === 0 ? null : `Left out of this file: ${out.join('; ')}.`;
}
