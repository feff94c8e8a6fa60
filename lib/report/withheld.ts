import type { Frame } from '@/lib/frame/frame';

/**
 * What a report can be handed over without: a closed list, any of it at once. Each is kept out of the model before a format
 * sees it (redact.ts), so that no format can forget it. The article's own words are never changed: a name that the article
 * prints stands in its text, in quotes and in the words that name a link.
 */
export const WITHHELD = ['people', 'sources', 'notes', 'evidence', 'questions'] as const;
export type Withheld = (typeof WITHHELD)[number];

type WithheldFacts = {
  /** For a choice. */
  readonly label: string;
  /** What becomes of it, under the choice. */
  readonly about: string;
};

export const WITHHELD_FACTS: Readonly<Record<Withheld, WithheldFacts>> = {
  people: {
    label: 'Names of checkers and reviewers',
    about: 'They become “Checker 1”, “Reviewer 1”.',
  },
  sources: {
    label: 'Names of people who are sources',
    about: 'They become “Source 1”. The article’s own words stay, with the names in them.',
  },
  notes: {
    label: 'Notes and reasons',
    about: 'What checkers and reviewers wrote for themselves. Proposed corrections stay.',
  },
  evidence: {
    label: 'Addresses and places of evidence',
    about: 'What it is stays, where to find it goes.',
  },
  questions: {
    label: 'Questions to the author',
    about: 'What the desk would still ask. What was found stays.',
  },
};

/** “Withheld: names of checkers and reviewers; notes and reasons of the desk.”; null where nothing is. */
export function withheldWords(withheld: readonly Withheld[], { report }: Pick<Frame, 'report'>): string | null {
  return withheld.length === 0 ? null : report.withheld(withheld.map((one) => report.withheldWords[one]));
}
