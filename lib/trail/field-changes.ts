import { isPlain } from '@/lib/attribution/chain';
import { chainLines, chainsApart } from '@/lib/attribution/link-facts';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { wholeQuote } from '@/lib/claims/claim-words';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { evidenceLine } from '@/lib/claims/evidence-words';
import { FIELD_NAMES } from '@/lib/claims/field-names';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS, type Finding, LIKELIHOOD_FACTS, NO_FINDING } from '@/lib/claims/finding';
import { FLAG_LABELS, type FlagMark } from '@/lib/claims/flag';
import { RELATION_FACTS, type Relation } from '@/lib/claims/relation';
import type { Described } from '@/lib/claims/versions/described';
import { type DiffPart, diffAlike, diffList, diffWords } from '@/lib/text/diff';

/** What became of one field: line by line, each set against what stood there. `quoted`: somebody's own words, in any language. */
export type FieldChange = { readonly field: string; readonly lines: readonly (readonly DiffPart[])[]; readonly quoted: boolean };

/** What other things are called: a claim by its id, an origin group by its id. */
export type Names = { readonly claim: (id: string) => string; readonly group: (id: string) => string };

/**
 * In what two moments of a claim differ, in the order of the form. `was` null: it began so, and what it began with is told. Of a
 * part beyond the tag only what both know of is compared. Cost grows with the length of the parts.
 */
export function fieldChanges(was: Described | null, is: Described, names: Names): readonly FieldChange[] {
  const value = (read: (side: Described) => string) => wholeChange(was === null ? '' : read(was), read(is));
  const words = (read: (side: Described) => string) => lineChange(was === null ? '' : read(was), read(is));
  const list = (read: (details: Described['details']) => readonly string[] | undefined) =>
    linesChange((was === null ? undefined : read(was.details)) ?? [], read(is.details) ?? []);
  const finding = (read: (finding: Finding) => string, by: typeof value) => by(({ details }) => read(details.finding ?? NO_FINDING));
  const fields: readonly (readonly [field: string, lines: FieldChange['lines'], quoted?: boolean])[] = [
    [FIELD_NAMES.spans, spansChange(was, is), true],
    [FIELD_NAMES.sourceType, value(({ sourceType }) => SOURCE_TYPE_FACTS[sourceType].label)],
    [FIELD_NAMES.source, value(({ source }) => source?.name ?? ''), true],
    [FIELD_NAMES.chain, chainChange(was, is)],
    [FIELD_NAMES.confidence, value(({ confidence }) => CONFIDENCE_FACTS[confidence].label)],
    [FIELD_NAMES.note, words(({ note }) => note), true],
    [FIELD_NAMES.attributionCheck, finding(({ attributionCheck }) => checkWords(ATTRIBUTION_CHECK_LABELS, attributionCheck), value)],
    [FIELD_NAMES.contentCheck, finding(({ contentCheck }) => checkWords(CONTENT_CHECK_LABELS, contentCheck), value)],
    [FIELD_NAMES.credibility, finding(({ credibility }) => credibility?.toString() ?? '', value)],
    [FIELD_NAMES.likelihood, finding(({ likelihood }) => (likelihood === null ? '' : LIKELIHOOD_FACTS[likelihood].label), value)],
    [FIELD_NAMES.rationale, finding(({ rationale }) => rationale, words), true],
    [FIELD_NAMES.correction, finding(({ correction }) => correction, words), true],
    [FIELD_NAMES.question, finding(({ question }) => question, words), true],
    [FIELD_NAMES.evidence, list(({ evidence }) => evidence?.map((piece) => evidenceLine(piece, names.group)))],
    [FIELD_NAMES.flags, list(({ flags }) => flags?.map(flagLine).sort())],
    [FIELD_NAMES.relations, list(({ relations }) => relations?.map((relation) => relationLine(relation, names)).sort())],
  ];
  return fields.filter(([, lines]) => lines.length > 0).map(([field, lines, quoted = false]) => ({ field, lines, quoted }));
}

/** One value for another, whole. */
export function wholeChange(was: string, is: string): FieldChange['lines'] {
  if (was === is) return [];
  const parts: DiffPart[] = [];
  if (was !== '') parts.push({ kind: 'gone', text: was });
  if (is !== '') parts.push({ kind: 'come', text: is });
  return parts.length === 0 ? [] : [parts];
}

/** One text for another, word by word. */
function lineChange(was: string, is: string): FieldChange['lines'] {
  return was === is ? [] : [diffWords(was, is)];
}

/** One list for another: what went, what came, and what is the same line said differently. What stayed is not told. */
export function linesChange(was: readonly string[], is: readonly string[]): FieldChange['lines'] {
  const lines: (readonly DiffPart[])[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) lines.push(...pairChange(gone[at], come[at]));
    [gone, come] = [[], []];
  };
  for (const { kind, item } of diffList(was, is)) {
    if (kind === 'gone') gone.push(item);
    else if (kind === 'come') come.push(item);
    else flush();
  }
  flush();
  return lines;
}

function pairChange(gone: string | undefined, come: string | undefined): FieldChange['lines'] {
  if (gone === undefined || come === undefined) return wholeChange(gone ?? '', come ?? '');
  const parts = diffAlike(gone, come);
  return parts === null ? [...wholeChange(gone, ''), ...wholeChange('', come)] : [parts];
}

function spansChange(was: Described | null, is: Described): FieldChange['lines'] {
  const quote = ({ spans }: Described) => wholeQuote(spans);
  if (was === null) return lineChange('', quote(is));
  const lines = lineChange(quote(was), quote(is));
  const places = ({ spans }: Described) => spans.map(({ start, end }) => `${start}–${end}`).join(', ');
  if (lines.length > 0 || places(was) === places(is)) return lines;
  // The same words elsewhere in the text: two that differ never read the same.
  return wholeChange(`${quote(was)} (characters ${places(was)})`, `${quote(is)} (characters ${places(is)})`);
}

function chainChange(was: Described | null, is: Described): FieldChange['lines'] {
  const [had, has] = [was?.details.chain, is.details.chain];
  if (has === undefined) return [];
  if (had === undefined) return isPlain(has) ? [] : linesChange([], chainLines(has));
  const [before, after] = chainsApart(had, has);
  return linesChange(before, after);
}

function checkWords<Check extends string>(labels: Readonly<Record<Check, string>>, check: Check): string {
  return check === 'not_checked' ? '' : labels[check];
}

function flagLine({ flag, verdict, note }: FlagMark): string {
  const words = verdict === 'added' ? FLAG_LABELS[flag] : `Not: ${FLAG_LABELS[flag]}`;
  return note === '' ? words : `${words}: ${note}`;
}

function relationLine({ kind, claimId, note }: Relation, names: Names): string {
  const words = `${RELATION_FACTS[kind].label} ${names.claim(claimId)}`;
  return note === '' ? words : `${words}: ${note}`;
}
