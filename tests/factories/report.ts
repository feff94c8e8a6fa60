import { createHash } from 'node:crypto';
import type { Article, Revision } from '@/lib/articles/article';
import { type ArticleFacts, NO_ARTICLE_FACTS } from '@/lib/articles/facts';
import { newLink } from '@/lib/attribution/chain';
import type { Cue, Link } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { Claim, ClaimSpan } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { plainDetails } from '@/lib/claims/details/details';
import type { Evidence } from '@/lib/claims/evidence';
import { CLAIM_EVENTS, type ClaimEvent, TRANSITIONS } from '@/lib/claims/transitions';
import type { PersonRef } from '@/lib/kernel/person';
import { buildReport, type ReportInput, type ReportModel } from '@/lib/report/model';
import type { ClaimTransition } from '@/lib/review/history';
import type { Source, SourceKind } from '@/lib/sources/source';
import { countCodePoints } from '@/lib/text/code-points';
import { toTextRange } from '@/lib/text/offset';

const KINDS = ['desk', 'person', 'article', 'revision', 'source', 'claim', 'transition', 'evidence', 'group'] as const;

/** A fixed id in the form of a UUIDv7: the same kind and number always give the same. */
export function idOf(kind: (typeof KINDS)[number], number: number): string {
  return `01990000-0000-7000-8${String(KINDS.indexOf(kind)).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}

/** Minutes after 1 August 2025, 09:00 UTC. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2025, 7, 1, 9, minutes));
}

export const DESK = { id: idOf('desk', 1), name: 'News desk' };
export const CHECKER: PersonRef = { id: idOf('person', 1), name: 'Ada Checker' };
export const SECOND_CHECKER: PersonRef = { id: idOf('person', 2), name: 'Bo Checker' };
export const EDITOR: PersonRef = { id: idOf('person', 3), name: 'Cy Editor' };

export function aSource(number: number, name: string, kind: SourceKind): Source {
  return { id: idOf('source', number), name, kind };
}

/** A span of `text` with its quote; the rest of its line stands for the rest of its sentence. */
export function aSpan(text: string, start: number, end: number): ClaimSpan {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  return {
    ...toTextRange(start, end),
    quote: text.slice(start, end),
    before: start < lineStart ? '' : text.slice(lineStart, start),
    after: text.slice(end, lineEnd === -1 ? text.length : lineEnd),
  };
}

export function anArticle(title: string, topic = '', facts: Partial<ArticleFacts> = {}): Article {
  return { id: idOf('article', 1), deskId: DESK.id, title, ...NO_ARTICLE_FACTS, topic, ...facts, createdAt: at(0), createdBy: CHECKER };
}

export function aRevision(text: string, changes: Partial<Revision> = {}): Revision {
  return {
    id: idOf('revision', 1),
    articleId: idOf('article', 1),
    number: 1,
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    codePoints: countCodePoints(text),
    words: text.split(/\s+/u).filter((word) => word !== '').length,
    origin: 'paste',
    fileName: null,
    encoding: null,
    importedAt: at(0),
    importedBy: CHECKER,
    ...changes,
  };
}

/** A claim in the article's own voice, drafted; `changes` says what is different. */
export function aClaim(number: number, spans: readonly ClaimSpan[], changes: Partial<Claim> = {}): Claim {
  const { sourceType = 'author', source = null } = changes;
  return {
    ...plainDetails({ sourceType, source }),
    id: idOf('claim', number),
    deskId: DESK.id,
    articleId: idOf('article', 1),
    revisionId: idOf('revision', 1),
    number,
    spans,
    sourceType,
    source,
    confidence: 'moderate',
    note: '',
    state: 'draft',
    version: 1,
    createdBy: CHECKER,
    lastEditedBy: CHECKER,
    createdAt: at(number),
    updatedAt: at(number),
    submittedAt: null,
    reason: null,
    ...changes,
  };
}

/** The steps that lead a claim to the state it is in, one every ten minutes. */
export function historyOf(claim: Claim, actors: { readonly checker: PersonRef; readonly editor: PersonRef }): readonly ClaimTransition[] {
  const steps: Readonly<Record<ClaimState, readonly ClaimEvent[]>> = {
    draft: [],
    submitted: ['submit'],
    returned: ['submit', 'return'],
    approved: ['submit', 'approve'],
    rejected: ['submit', 'reject'],
    reopened: ['submit', 'approve', 'reopen'],
  };
  let from: ClaimState = 'draft';
  return steps[claim.state].map((event, index) => {
    const facts = TRANSITIONS[event];
    const step: ClaimTransition = {
      id: idOf('transition', claim.number * CLAIM_EVENTS.length + index),
      claimId: claim.id,
      event,
      from,
      to: facts.to,
      actor: event === 'submit' ? actors.checker : actors.editor,
      at: at(100 + claim.number + index * 10),
      reason: facts.reason === 'required' ? (claim.reason?.text ?? 'See the note.') : '',
      claimVersion: index + 2,
    };
    from = facts.to;
    return step;
  });
}

/**
 * Takes the marks out of a text: `[8:` begins a span of claim 8 and `:8]` ends it. Spans may nest and overlap, and
 * a claim may have several.
 *
 *     readMarks('The [1:mayor [2:said:1] no:2].')  ->  text 'The mayor said no.', claim 1 at 4-14, claim 2 at 10-17
 */
export function readMarks(marked: string): {
  readonly text: string;
  readonly spans: ReadonlyMap<number, readonly (readonly [number, number])[]>;
} {
  const open = new Map<number, number>();
  const spans = new Map<number, [number, number][]>();
  let text = '';
  for (const part of marked.split(/(\[\d+:|:\d+\])/u)) {
    const begin = /^\[(\d+):$/u.exec(part);
    const end = /^:(\d+)\]$/u.exec(part);
    if (begin !== null) open.set(Number(begin[1]), text.length);
    else if (end !== null) {
      const number = Number(end[1]);
      spans.set(number, [...(spans.get(number) ?? []), [open.get(number) ?? 0, text.length]]);
    } else text += part;
  }
  return { text, spans };
}

/** A report's input from a marked text: a claim for each number in it, approved unless `claims` says otherwise. */
export function anInput(
  marked: string,
  claims: Readonly<Record<number, Partial<Claim>>> = {},
  changes: Partial<ReportInput> = {},
): ReportInput {
  const { text, spans } = readMarks(marked);
  const made = [...spans].map(([number, ranges]) =>
    aClaim(
      number,
      ranges.map(([start, end]) => aSpan(text, start, end)),
      { state: 'approved', version: 3, submittedAt: at(100 + number), ...claims[number] },
    ),
  );
  return {
    kind: 'report',
    desk: DESK,
    article: anArticle(text.split('\n')[0] ?? ''),
    revision: aRevision(text),
    claims: made,
    transitions: made.flatMap((claim) => historyOf(claim, { checker: claim.lastEditedBy, editor: EDITOR })),
    groups: [],
    generatedAt: at(600),
    generator: { name: 'Hearsay', version: '0.1.0' },
    ...changes,
  };
}

export function aModel(
  marked: string,
  claims: Readonly<Record<number, Partial<Claim>>> = {},
  changes: Partial<ReportInput> = {},
): ReportModel {
  return buildReport(anInput(marked, claims, changes));
}

const HARBOUR = `[1:Harbour reopens after strike:1]

According to the Evening Post, [2:the port of Haifa (חיפה) reopened [3:after nine days:3]:2] 🚢🇮🇱.
Two officials said [4:the union [5:had given in:4], and that talks:5] were “over”. It is known that [6:losses reached €4m:6].
=SUM(A1) and **not bold** <b>nor this</b>: [7:the minister:7], asked twice, [7:declined to comment:7].
A leaked memo says [8:ships were turned away:8]; [9:sources:9] and an aide [10:denied it:10].`;

/** Words of a text and where they are; the first place of them. */
export function aCue(text: string, quote: string): Cue {
  const start = text.indexOf(quote);
  return { ...toTextRange(start, start + quote.length), quote };
}

const POST = aSource(1, 'Evening Post', 'news_organization');
const OFFICIALS = aSource(3, 'Two officials', 'unnamed');
const MEMO = aSource(5, 'Leaked memo', 'document');

/** Chains of the harbour article: the officials speak to the Post, which their own sentence does not say. */
function harbourChains() {
  const { text } = readMarks(HARBOUR);
  const voice = newLink({ sourceType: 'author', source: null });
  const post = newLink({ sourceType: 'news_organization', source: POST });
  const cue = aCue(text, 'Two officials said');
  const officials: Link = {
    ...newLink({ sourceType: 'anonymous_source', source: OFFICIALS }, true),
    cue,
    hedges: [{ ...aCue(text, 'said'), kind: 'weak_verb' }],
    anonymity: { descriptor: 'officials', count: 'exact', number: 2, proximity: 'official', basis: '', reason: '' },
  };
  const known: Link = {
    ...newLink({ sourceType: 'impersonal', source: null }, true),
    cue: aCue(text, 'It is known that'),
    hedges: [{ ...aCue(text, 'known'), kind: 'factive_verb' }],
  };
  return {
    post: [voice, { ...post, tagged: true, cue: aCue(text, 'the Evening Post') }],
    officials: [voice, { ...post, stated: 'from_outside' as const }, officials],
    known: [voice, known],
  };
}

/** The Post's story, and a memo that only a claim not in the report leans on. */
export const HARBOUR_GROUPS: readonly OriginGroup[] = [
  {
    id: idOf('group', 1),
    articleId: idOf('article', 1),
    name: 'The Post’s <b>story</b>',
    sourceIds: [POST.id, OFFICIALS.id],
    reason: 'The officials spoke to the | Post.',
    attested: null,
    version: 1,
  },
  {
    id: idOf('group', 2),
    articleId: idOf('article', 1),
    name: 'The memo',
    sourceIds: [MEMO.id],
    reason: '',
    attested: 'It was written before the strike.',
    version: 2,
  },
];

const HARBOUR_EVIDENCE: readonly Evidence[] = [
  {
    id: idOf('evidence', 1),
    kind: 'url',
    title: '+ Minutes of *the* port',
    url: 'https://example.org/minutes?a=1&b=2',
    archivedUrl: 'https://archive.example.org/minutes',
    locator: 'p. 3',
    retrievedOn: '2025-08-02',
    originGroupId: idOf('group', 1),
    stance: 'refutes',
  },
  {
    id: idOf('evidence', 2),
    ...{ kind: 'person', title: 'The minister’s office', url: 'javascript:alert(1)', archivedUrl: null },
    ...{ locator: '', retrievedOn: null, originGroupId: null, stance: 'context' },
  },
];

/** What stands in a relation of the harbour article to a claim that no report holds. */
export const SECRET = 'The memo says otherwise.';

/**
 * The small fixed article of the golden files: every class, every state, nesting, overlap, two spans, three scripts,
 * hostile text; a relay known from outside, a group, a contradiction, a relation that leads out of the report, a
 * dismissed flag, a finding with evidence.
 */
export function harbour(changes: Partial<ReportInput> = {}): ReportInput {
  const chains = harbourChains();
  return anInput(
    HARBOUR,
    {
      1: {
        confidence: 'high',
        note: 'The headline states as fact what the body attributes.',
        flags: [{ flag: 'unattributed', verdict: 'dismissed', note: 'A headline.' }],
        relations: [{ kind: 'restates', claimId: idOf('claim', 2), note: '' }],
      },
      2: { sourceType: 'news_organization', source: POST, confidence: 'high', chain: chains.post },
      3: {
        sourceType: 'named_organization',
        source: aSource(2, 'נמל חיפה', 'organization'),
        confidence: 'low',
        createdBy: SECOND_CHECKER,
        lastEditedBy: SECOND_CHECKER,
      },
      4: {
        sourceType: 'anonymous_source',
        source: OFFICIALS,
        chain: chains.officials,
        flags: [
          { flag: 'ambiguous_scope', verdict: 'added', note: '' },
          { flag: 'loaded_language', verdict: 'added', note: '“given in”' },
        ],
        note: 'Which officials?\n\n"Given in" is the article’s wording, <i>not</i> theirs.',
      },
      5: {
        sourceType: 'anonymous_source',
        source: OFFICIALS,
        chain: chains.officials,
        relations: [
          { kind: 'contradicts', claimId: idOf('claim', 2), note: 'It cannot be over and go on.' },
          { kind: 'contradicts', claimId: idOf('claim', 8), note: SECRET },
        ],
        lastEditedBy: SECOND_CHECKER,
        updatedAt: at(60),
      },
      6: { sourceType: 'impersonal', state: 'submitted', version: 2, chain: chains.known },
      7: {
        sourceType: 'named_person',
        source: { ...aSource(4, '=HYPERLINK("https://example.org")', 'person'), retracted: true },
        confidence: 'high',
        note: '+1 | see *both* parts',
        finding: {
          attributionCheck: 'inaccurate_wording',
          contentCheck: 'disputed',
          credibility: 4,
          likelihood: 'unlikely',
          rationale: '-- He was asked once.\nSee the minutes.',
          correction: '“declined <i>to answer</i>”',
          question: '=Who asked him, & *when*?',
        },
        evidence: HARBOUR_EVIDENCE,
      },
      8: { sourceType: 'document', source: MEMO, state: 'draft', submittedAt: null, version: 1 },
      9: { sourceType: 'unspecified_source', state: 'returned', reason: { text: 'Is this a claim at all?', by: EDITOR, at: at(119) } },
      10: {
        sourceType: 'unnamed_person',
        source: aSource(6, 'an aide', 'unnamed'),
        state: 'rejected',
        reason: { text: '@desk: not said in the text', by: EDITOR, at: at(120) },
      },
    },
    {
      article: anArticle('Harbour reopens after strike', '=Ports & <b>strikes</b>', {
        outlet: '@The *Daily* <Wave>',
        publishedOn: '2025-07-31',
      }),
      groups: HARBOUR_GROUPS,
      ...changes,
    },
  );
}
