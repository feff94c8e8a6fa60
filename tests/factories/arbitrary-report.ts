import fc from 'fast-check';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { REPORT_KINDS, type ReportInput } from '@/lib/report/model';
import { SOURCE_KINDS, type Source } from '@/lib/sources/source';
import { normaliseText } from '@/lib/text/normalise';
import { detailsOf, groupsOf } from './arbitrary-details';
import { aClaim, anArticle, aRevision, aSource, aSpan, at, CHECKER, DESK, EDITOR, historyOf, SECOND_CHECKER } from './report';

/** Pieces that break naive code: astral characters, joined emoji, combining marks, right-to-left words, every line end, markup of four languages, formulas. */
const PIECES = [
  '😀',
  '👩🏽‍🚒',
  '🇮🇱',
  'e\u0301',
  'ñ',
  'ष्टि',
  'שלום',
  'مرحبا',
  '\u202eabc\u202c',
  '\u200d',
  '\ufeff',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\u2028',
  '\t',
  '  ',
  '\u00a0',
  '<script>alert(1)</script>',
  '</style>',
  '<!--',
  ']]>',
  '"><img src=x onerror=alert(1)>',
  "'",
  '"',
  '&amp;',
  '&',
  '<',
  '>',
  'javascript:alert(1)',
  '# ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '```',
  '`',
  '**',
  '__',
  '_',
  '~~',
  '[a](b)',
  '![x](y)',
  '[^1]: ',
  '|',
  '|--|',
  '---',
  '===',
  '\\',
  'https://a.example',
  'www.a.example',
  '$x$',
  '{#a}',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  "'=1",
  ';',
  ',',
  'The mayor',
  ' said ',
  'no',
  '.',
  ' ',
  'word',
] as const;

/** Text nobody should trust, of at most `pieces` pieces. Well-formed Unicode, otherwise anything. */
export function hostileText(pieces = 20): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: pieces }).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: pieces }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: pieces }) },
    )
    .map((text) => text.toWellFormed());
}

/** A text as import leaves it, at least one character long. */
export function articleText(pieces = 40): fc.Arbitrary<string> {
  return hostileText(pieces).map((text) => normaliseText(`H${text}`));
}

function nonEmpty(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text.map((value) => (value === '' ? 'x' : value));
}

const sourceFields = fc.record({ name: nonEmpty(hostileText(4)), kind: fc.constantFrom(...SOURCE_KINDS), retracted: fc.boolean() });

const people = fc.constantFrom(CHECKER, SECOND_CHECKER, EDITOR);

/** Places between the code points of a text, both ends among them. */
function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length);
  return edges;
}

/** One or more spans of `text`, cut between code points, in text order and apart from each other. */
function spansOf(text: string): fc.Arbitrary<Claim['spans']> {
  const edges = edgesOf(text);
  return fc.uniqueArray(fc.nat({ max: edges.length - 1 }), { minLength: 2, maxLength: 6 }).map((picks) => {
    const cuts = picks.map((pick) => edges[pick] ?? 0).sort((a, b) => a - b);
    const pairs = cuts.flatMap((start, index) =>
      index % 2 === 0 && cuts[index + 1] !== undefined ? [[start, cuts[index + 1] as number] as const] : [],
    );
    return pairs.map(([start, end]) => aSpan(text, start, end));
  });
}

function claimOf(text: string, number: number, count: number, sources: readonly Source[]): fc.Arbitrary<Claim> {
  const fields = fc.record({
    spans: spansOf(text),
    sourceType: fc.constantFrom(...SOURCE_TYPES),
    source: fc.constantFrom(...sources),
    confidence: fc.constantFrom(...CONFIDENCES),
    note: hostileText(8),
    state: fc.constantFrom(...CLAIM_STATES),
    createdBy: people,
    lastEditedBy: people,
    reasonText: nonEmpty(hostileText(4)),
  });
  return fields.chain(({ source: given, reasonText, ...claim }) => {
    const source = SOURCE_TYPE_FACTS[claim.sourceType].source === 'none' ? null : given;
    const hostile = { words: hostileText(4), spans: spansOf(text), sources };
    return detailsOf({ number, count, tag: { sourceType: claim.sourceType, source } }, hostile).map((details) =>
      aClaim(number, claim.spans, {
        ...claim,
        ...details,
        source,
        submittedAt: claim.state === 'draft' ? null : at(90),
        reason: claim.state === 'returned' || claim.state === 'rejected' ? { text: reasonText, by: EDITOR, at: at(120) } : null,
      }),
    );
  });
}

function toSource(index: number, { name, kind }: Pick<Source, 'name' | 'kind'>, retracted: boolean): Source {
  const source = aSource(index + 1, name, kind);
  return retracted ? { ...source, retracted } : source;
}

/** The input of any report or working copy: `claims` at most, on a text of at most `pieces` pieces. */
export function reportInput({ claims = 6, pieces = 40 } = {}): fc.Arbitrary<ReportInput> {
  return fc
    .tuple(articleText(pieces), fc.nat({ max: claims }), fc.array(sourceFields, { minLength: 3, maxLength: 3 }))
    .filter(([text]) => [...text].length > 1)
    .map(
      ([text, count, fields]) => [text, count, fields.map(({ retracted, ...field }, index) => toSource(index, field, retracted))] as const,
    )
    .chain(([text, count, sources]) =>
      fc
        .record({
          kind: fc.constantFrom(...REPORT_KINDS),
          statuses: fc.subarray([...CLAIM_STATES]),
          title: hostileText(6),
          topic: fc.oneof(fc.constant(''), hostileText(4)),
          outlet: fc.oneof(fc.constant(''), hostileText(4)),
          publishedOn: fc.option(fc.constant('2025-07-31')),
          made: fc.tuple(...Array.from({ length: count }, (_, index) => claimOf(text, index + 1, count, sources))),
          groups: groupsOf(hostileText(4), sources),
        })
        .map(({ kind, statuses, title, topic, outlet, publishedOn, made, groups }) => ({
          kind,
          statuses,
          desk: DESK,
          article: anArticle(title, topic, { outlet, publishedOn }),
          revision: aRevision(text),
          claims: made,
          transitions: made.flatMap((claim) => historyOf(claim, { checker: claim.createdBy, editor: EDITOR })),
          groups,
          generatedAt: at(600),
          generator: { name: 'Hearsay', version: '0.1.0' },
        })),
    );
}
