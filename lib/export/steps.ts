import type { ReportModel } from '@/lib/report/model';
import { REPORT_PARTS, type SectionId, sectionsOf } from '@/lib/report/parts';
import { EXPORT_FORMATS, type ExportFormat, isInParts } from './formats';

/**
 * How far an export is: its work goes in steps, a claim or so each, which every format takes as it writes. How many there will be is
 * told beforehand from what the file holds; it is near enough for a bar, and no promise.
 */
export type Step = () => void;

export const withoutSteps: Step = () => undefined;

/** The same items, with a step after each. */
export function* counted<Item>(items: Iterable<Item>, step: Step): Generator<Item, void, undefined> {
  for (const item of items) {
    yield item;
    step();
  }
}

type Counted = Pick<ReportModel, 'claims' | 'contents' | 'choices' | 'origins' | 'revision' | 'sourcing' | 'transitions'>;

/** About how many steps a file takes; at least one. Linear in the claims. */
export function stepsOf(format: ExportFormat, model: Counted): number {
  if (format === 'zip') return sumOf(EXPORT_FORMATS.filter((one) => one !== 'zip').map((one) => stepsOf(one, model)));
  const whole = isInParts(format) ? model : { ...model, choices: { ...model.choices, parts: REPORT_PARTS } };
  return Math.max(1, Math.round(STEPS[format](whole)));
}

/** For each section what it goes through. */
const OF_SECTION: Readonly<Record<SectionId, (model: Counted) => number>> = {
  text: ({ revision }) => linesOf(revision.text),
  checked: ({ contents }) => contents.proposals.length,
  provenance: ({ sourcing }) => sourcing.graph.edges.length,
  sources: ({ sourcing }) => sourcing.speakers.length,
  origins: ({ origins }) => origins.length,
  conflicts: ({ sourcing: { label } }) => label.contradictions.length + label.tensions.length,
  unattributed: ({ contents }) => sumOf(Object.values(contents.unattributed).map(({ length }) => length)),
  numbers: ({ contents }) => contents.numbers.length,
  claims: ({ claims }) => claims.length,
  figures: () => 1,
  method: () => 10,
  limits: () => 5,
};

/** In Word each fact, each question and each part of the frame is a step. */
const FACTS_OF_CLAIM = 15;
const WORD_FRAME = 50;

/** The first page, the beginning and end of each section, fonts, names and the table of objects. */
const PDF_FRAME = 30;

/** Markdown goes without them. */
const BARE: readonly SectionId[] = ['provenance', 'figures', 'method'];

const STEPS: Readonly<Record<Exclude<ExportFormat, 'zip'>, (model: Counted) => number>> = {
  html: (model) => ofSections(model),
  pdf: (model) => PDF_FRAME + model.contents.questions.length + ofSections(model),
  docx: (model) => {
    const sections = sectionsOf(model);
    const facts = sections.includes('claims') ? FACTS_OF_CLAIM * model.claims.length : 0;
    return (
      WORD_FRAME +
      model.contents.questions.length +
      ofSections(model, ['checked', 'figures', 'claims']) +
      facts +
      (sections.includes('text') ? ofComments(model) : 0)
    );
  },
  'docx-checked': ({ revision, contents }) => linesOf(revision.text) + 2 * contents.proposals.length + 20,
  xlsx: ({ claims }) => sumOf(claims.map(({ chain, evidence }) => 1 + chain.length + evidence.length)),
  jsonld: ({ claims }) => claims.length,
  claimreview: ({ claims }) => claims.length,
  csv: ({ claims }) => claims.length,
  md: (model) => ofSections(model, BARE),
  json: ({ claims, transitions, sourcing }) => claims.length + transitions.length + sourcing.graph.edges.length,
};

function ofSections(model: Counted, without: readonly SectionId[] = []): number {
  return sumOf(sectionsOf(model).map((id) => (without.includes(id) ? 0 : OF_SECTION[id](model))));
}

/** A comment for each place of a claim, and its footnote. */
function ofComments({ claims }: Counted): number {
  return sumOf(claims.map(({ spans, evidence }) => spans.length + Math.min(1, evidence.length)));
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line !== '').length;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
