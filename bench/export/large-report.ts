import { createRandom } from '@/lib/agreement/random';
import { newLink } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { plainDetails } from '@/lib/claims/details/details';
import type { Evidence } from '@/lib/claims/evidence';
import type { Relation } from '@/lib/claims/relation';
import type { ReportInput } from '@/lib/report/model';
import type { ClaimTransition } from '@/lib/review/history';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';

/** Ten words, of which a claim takes the middle; in paragraphs of five. */
const SENTENCE = 'Officials told the paper that talks on the harbour ended. ';
const CLAIM = 'that talks on the harbour ended';
const CUE = 'the paper';
const PARAGRAPH = 5;

const SOURCES = 500;
const GROUPS = 20;
const TYPES = [
  'news_organization',
  'anonymous_source',
  'named_person',
  'document',
  'unnamed_group',
] as const satisfies readonly SourceType[];
const KINDS = ['contradicts', 'tension', 'restates', 'same_origin'] as const;

const DESK = { id: idOf(1, 1), name: 'Bench' };
const PERSON = { id: idOf(2, 1), name: 'A Checker' };
const EDITOR = { id: idOf(2, 2), name: 'An Editor' };
const AT = new Date('2026-01-01T00:00:00.000Z');

/**
 * A report of `claims` approved claims, one a sentence of ten words, over 500 sources: chains of up to `links` (the voice and the
 * tag among them), a note and a check for every second claim, evidence for every third, a relation for every tenth. The same on every run.
 */
export function largeReport(claims: number, links = 5): ReportInput {
  const random = createRandom(claims);
  const sources = Array.from({ length: SOURCES }, (_, at) => ({
    type: TYPES[at % TYPES.length] as SourceType,
    source: { id: idOf(5, at + 1), name: `Source number ${at + 1}`, kind: 'organization' } satisfies Source,
  }));
  const pick = () => sources[Math.floor(random() ** 2 * SOURCES)] as (typeof sources)[number];
  const made = Array.from({ length: claims }, (_, at): Claim => {
    const length = 2 + Math.floor(random() * (links - 1));
    return toClaim(at, Array.from({ length: links === MAX ? links - 1 : length - 1 }, pick));
  });
  const text = toText(claims);
  return {
    kind: 'report',
    desk: DESK,
    article: {
      ...{
        id: idOf(3, 1),
        deskId: DESK.id,
        title: 'A long article',
        topic: 'Harbours',
        outlet: 'The Daily Wave',
        publishedOn: '2025-08-01',
      },
      ...{ createdAt: AT, createdBy: PERSON },
    },
    revision: {
      ...{ id: idOf(4, 1), articleId: idOf(3, 1), number: 1, text, sha256: '0'.repeat(64), codePoints: text.length, words: claims * 10 },
      ...{ origin: 'paste', fileName: null, encoding: null, importedAt: AT, importedBy: PERSON },
    },
    claims: made,
    transitions: made.flatMap(toHistory),
    groups: Array.from({ length: GROUPS }, (_, at): OriginGroup => {
      const attested = at % 4 === 0 ? 'We spoke to them.' : null;
      const sourceIds = sources.slice(at * 5, at * 5 + 5).map(({ source }) => source.id);
      return {
        id: idOf(9, at + 1),
        articleId: idOf(3, 1),
        name: `Origin ${at + 1}`,
        sourceIds,
        reason: 'One story.',
        attested,
        version: 1,
      };
    }),
    generatedAt: AT,
    generator: { name: 'Hearsay', version: '0.1.0' },
  };
}

/** The longest chain there is; asked for, every claim has it. */
const MAX = 12;

/** Sentences, a blank line after every fifth: the claim at `at` begins in its own. */
function toText(claims: number): string {
  return Array.from({ length: claims }, (_, at) => `${SENTENCE}${at % PARAGRAPH === PARAGRAPH - 1 ? '\n\n' : ''}`).join('');
}

function placeOf(at: number): number {
  return at * SENTENCE.length + Math.floor(at / PARAGRAPH) * 2;
}

function toClaim(at: number, picked: readonly { readonly type: SourceType; readonly source: Source }[]): Claim {
  const place = placeOf(at);
  const [start, cue] = [place + SENTENCE.indexOf(CLAIM), place + SENTENCE.indexOf(CUE)];
  const last = picked.length - 1;
  const links = picked.map(({ type, source }, link): Link => {
    const own = newLink({ sourceType: type, source }, link === last);
    return link === 0 ? { ...own, cue: { ...toTextRange(cue, cue + CUE.length), quote: CUE } } : { ...own, stated: 'from_outside' };
  });
  const tag = links[last] as Link;
  const plain = plainDetails(tag);
  return {
    ...plain,
    finding: { ...plain.finding, contentCheck: at % 2 === 0 ? 'confirmed' : 'not_checked' },
    chain: [newLink({ sourceType: 'author', source: null }), ...links],
    evidence: at % 3 === 0 ? [toEvidence(at)] : [],
    relations: at % 10 === 9 ? [toRelation(at)] : [],
    ...{ id: idOf(6, at + 1), deskId: DESK.id, articleId: idOf(3, 1), revisionId: idOf(4, 1), number: at + 1 },
    spans: [
      {
        ...toTextRange(start, start + CLAIM.length),
        quote: CLAIM,
        before: SENTENCE.slice(0, SENTENCE.indexOf(CLAIM)),
        after: SENTENCE.slice(SENTENCE.indexOf(CLAIM) + CLAIM.length).trimEnd(),
      },
    ],
    ...{ sourceType: tag.sourceType, source: tag.source, confidence: 'moderate', state: 'approved', version: 3 },
    note: at % 2 === 0 ? 'The paper does not say which officials; we asked twice & got no answer.' : '',
    ...{ createdBy: PERSON, lastEditedBy: PERSON, createdAt: AT, updatedAt: AT, submittedAt: AT, reason: null },
  };
}

function toEvidence(at: number): Evidence {
  return {
    ...{ id: idOf(7, at + 1), kind: 'url', title: 'Minutes of the port', url: `https://example.org/minutes/${at}`, archivedUrl: null },
    ...{ locator: 'p. 3', retrievedOn: '2026-01-01', originGroupId: null, stance: 'supports' },
  };
}

function toRelation(at: number): Relation {
  return { kind: KINDS[Math.floor(at / 10) % KINDS.length] as Relation['kind'], claimId: idOf(6, at), note: 'See the minutes.' };
}

function toHistory({ id, number }: Claim): readonly ClaimTransition[] {
  const step = { claimId: id, at: AT, reason: '' };
  return [
    { ...step, id: idOf(8, number * 2), event: 'submit', from: 'draft', to: 'submitted', actor: PERSON, claimVersion: 2 },
    { ...step, id: idOf(8, number * 2 + 1), event: 'approve', from: 'submitted', to: 'approved', actor: EDITOR, claimVersion: 3 },
  ];
}

/** A UUIDv7 by what it names and which one it is. */
function idOf(kind: number, number: number): string {
  return `01990000-0000-7000-8${String(kind).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}
