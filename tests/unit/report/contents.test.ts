import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newLink } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import type { Claim } from '@/lib/claims/claim';
import type { Evidence } from '@/lib/claims/evidence';
import { NO_FINDING } from '@/lib/claims/finding';
import { buildReport, type ReportClaim } from '@/lib/report/model';
import type { Source } from '@/lib/sources/source';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, at, harbour, idOf } from '@/tests/factories/report';

const numbers = (claims: readonly ReportClaim[]) => claims.map(({ number }) => number);
const found = (finding: Partial<Claim['finding']>) => ({ finding: { ...NO_FINDING, ...finding } });
const MAYOR = { sourceType: 'named_person', source: aSource(1, 'The mayor', 'person') } as const;

const TEXT = 'The port\n[1:The mayor of the port lost 40 ships:1], and [2:the ten crews left:2]. [3:It will rain:3]. [4:It rains:4].';

describe('numbers', () => {
  test('are the claims whose own words hold figures, each figure once', () => {
    const { contents } = aModel('The port lost 3. [1:The 40 of 40 ships:1] left. [2:Nobody:2] saw the [3:ten crews:3].');
    expect(contents.numbers.map(({ claim, figures }) => [claim.number, figures])).toEqual([
      [1, ['40']],
      [3, ['ten']],
    ]);
  });

  test('take number words for figures in English only', () => {
    expect(aModel('Port\n[1:Ten człowiek poszedł:1] do portu 3 [2:razy 5 i 6:2].').contents.numbers.map(({ figures }) => figures)).toEqual([
      ['5', '6'],
    ]);
  });
});

describe('unattributed statements', () => {
  test('are those of the class “no source”, and those flagged so that nobody dismissed', () => {
    const flags = [
      { flag: 'dropped_attribution', verdict: 'added', note: '' },
      { flag: 'factive_verb', verdict: 'added', note: '' },
    ] as const;
    const dismissed = [{ flag: 'factive_verb', verdict: 'dismissed', note: '' }] as const;
    const { unattributed } = aModel(TEXT, { 1: MAYOR, 2: { ...MAYOR, flags }, 3: { flags: dismissed }, 4: MAYOR }).contents;
    expect(numbers(unattributed.noSource)).toEqual([3]);
    expect(numbers(unattributed.dropped)).toEqual([2]);
    expect(numbers(unattributed.factive)).toEqual([2]);
  });
});

describe('what was not checked', () => {
  test('is told by why', () => {
    const prediction = [{ flag: 'prediction', verdict: 'added', note: '' }] as const;
    const { unchecked } = aModel(TEXT, {
      1: { ...MAYOR, ...found({ attributionCheck: 'accurate', contentCheck: 'not_checkable' }) },
      2: { ...MAYOR, ...found({ attributionCheck: 'cannot_trace', contentCheck: 'out_of_scope' }) },
      3: { ...MAYOR, flags: prediction },
    }).contents;
    expect(numbers(unchecked.attribution)).toEqual([3]);
    // Nobody is said to say claim 4, so nobody can be asked whether they did.
    expect(numbers(unchecked.content)).toEqual([4]);
    expect(numbers(unchecked.untraceable)).toEqual([2]);
    expect(numbers(unchecked.uncheckable)).toEqual([1]);
    expect(numbers(unchecked.outOfScope)).toEqual([2]);
    expect(numbers(unchecked.predictions)).toEqual([3]);
    expect(unchecked.onTrust).toEqual([]);
  });

  test('names the newsrooms that nobody read', () => {
    const post = aSource(2, 'Evening Post', 'news_organization');
    const tag = { ...newLink(MAYOR), tagged: true };
    const relay = newLink({ sourceType: 'news_organization', source: post });
    const [author] = aModel(TEXT).claims[0]?.chain ?? [];
    if (author === undefined) throw new Error('A chain begins with the article.');
    const chain = (reading: 'read' | 'on_trust') => [{ ...author, tagged: false }, { ...relay, reading }, tag];
    expect(aModel(TEXT, { 1: { ...MAYOR, chain: chain('on_trust') } }).contents.unchecked.onTrust).toEqual([post]);
    expect(aModel(TEXT, { 1: { ...MAYOR, chain: chain('read') } }).contents.unchecked.onTrust).toEqual([]);
  });
});

describe('documents that claims lean on', () => {
  const REPORT = aSource(3, 'Inspection report', 'document');
  const LEDGER = aSource(4, 'Ledger of the port', 'document');
  const post = aSource(2, 'Evening Post', 'news_organization');
  const [author] = aModel(TEXT).claims[0]?.chain ?? [];
  if (author === undefined) throw new Error('A chain begins with the article.');
  const document = (source: Source, link: Partial<Link> = {}) => ({ ...newLink({ sourceType: 'document', source }), ...link });
  /** A claim of the mayor that came by these links. */
  const by = (...links: readonly Link[]) => ({
    ...MAYOR,
    chain: [{ ...author, tagged: false }, ...links, { ...newLink(MAYOR), tagged: true }],
  });
  const evidence = (title: string, kind: Evidence['kind'] = 'document') => ({
    evidence: [
      {
        id: idOf('evidence', 9),
        kind,
        title,
        url: null,
        archivedUrl: null,
        locator: '',
        retrievedOn: null,
        originGroupId: null,
        stance: 'context' as const,
      },
    ],
  });
  const unread = (changes: Parameters<typeof aModel>[1], kind?: 'working_copy') =>
    aModel(TEXT, changes, kind && { kind }).contents.unchecked.documents.map(({ source, claims }) => [source.name, numbers(claims)]);

  test('and that nobody read are named with those claims, most claims first', () => {
    const claims = {
      1: by(document(LEDGER)),
      // Through a newspaper, and named twice in one chain.
      2: by(newLink({ sourceType: 'news_organization', source: post }), document(REPORT), document(REPORT)),
      3: { sourceType: 'document', source: REPORT },
    } as const;
    expect(unread(claims)).toEqual([
      ['Inspection report', [2, 3]],
      ['Ledger of the port', [1]],
    ]);
  });

  test('are read where any link to them says so, or evidence of their name does', () => {
    const leaning = { 1: by(document(REPORT)), 2: by(document(LEDGER)) };
    expect(unread({ ...leaning, 3: by(document(REPORT, { reading: 'read' })) })).toEqual([['Ledger of the port', [2]]]);
    expect(unread({ ...leaning, 4: evidence(' ledger  OF the Port') })).toEqual([['Inspection report', [1]]]);
    // Somebody who is called like a document is none.
    expect(unread({ ...leaning, 4: evidence(LEDGER.name, 'person') })).toHaveLength(2);
    expect(unread({ ...leaning, 4: evidence('Ledger') })).toHaveLength(2);
  });

  test('count only by claims that count, and newsrooms are no documents', () => {
    const rejected = { ...by(document(REPORT)), state: 'rejected' } as const;
    const relayed = by(newLink({ sourceType: 'news_organization', source: post }));
    expect(unread({ 1: rejected, 2: relayed, 3: MAYOR }, 'working_copy')).toEqual([]);
  });
});

describe('dates, scales, questions and steps', () => {
  test('say when the first claim was made, when the last was handed in, and when they were approved', () => {
    const { dates } = buildReport(harbour({ kind: 'report' })).contents;
    expect(dates.checked?.from).toEqual(at(1));
    expect(dates.approved).toEqual({ from: at(111), to: at(117) });
    expect(aModel('no claim').contents.dates).toEqual({ checked: null, approved: null });
  });

  test('name the scales that occur, and no other', () => {
    expect(aModel(TEXT).contents.scales).toEqual(['strength', 'confidence']);
    expect(aModel(TEXT, { 1: found({ credibility: 2 }), 2: found({ likelihood: 'likely' }) }).contents.scales).toEqual([
      'strength',
      'confidence',
      'credibility',
      'likelihood',
    ]);
    expect(aModel('no claim').contents.scales).toEqual([]);
  });

  test('hold a question that has words', () => {
    const { questions } = aModel(TEXT, { 2: found({ question: 'Whose crews?' }), 3: found({ question: ' \n' }) }).contents;
    expect(numbers(questions)).toEqual([2]);
  });

  test('count the steps of the claims held, by kind', () => {
    const { steps } = buildReport(harbour({ kind: 'report' })).contents;
    expect(steps).toEqual({
      byEvent: [
        { event: 'submit', count: 6 },
        { event: 'approve', count: 6 },
      ],
      period: { from: at(101), to: at(117) },
    });
    expect(aModel('no claim').contents.steps).toEqual({ byEvent: [], period: null });
  });
});

test('holds nothing of claims that are left out or rejected, and is the same for a report of the approved ones alone', () => {
  fc.assert(
    fc.property(reportInput(), (input) => {
      const { contents, claims, transitions } = buildReport(input);
      const { noSource, dropped, factive } = contents.unattributed;
      const { onTrust: _, documents, ...unchecked } = contents.unchecked;
      const named = [
        ...noSource,
        ...dropped,
        ...factive,
        ...contents.questions,
        ...Object.values(unchecked).flat(),
        ...documents.flatMap(({ claims: leaning }) => leaning),
      ];
      const held = [...named, ...contents.numbers.map(({ claim }) => claim), ...contents.proposals.map(({ claim }) => claim)];
      expect(held.every((claim) => claims.includes(claim))).toBe(true);
      expect(named.every(({ state }) => state !== 'rejected')).toBe(true);
      expect(contents.proposals.every(({ claim }) => claim.state === 'approved')).toBe(true);
      expect(contents.steps.byEvent.reduce((sum, { count }) => sum + count, 0)).toBe(transitions.length);
      const approved = input.claims.filter(({ state }) => state === 'approved');
      expect(buildReport({ ...input, kind: 'report' }).contents).toEqual(
        buildReport({ ...input, kind: 'report', claims: approved }).contents,
      );
    }),
  );
});

test('what stands there already is no proposal', () => {
  const correction = (words: string) => ({ state: 'approved', ...found({ correction: words }) }) as const;
  const { proposals } = aModel(TEXT, { 3: correction(' It will rain '), 4: correction('It rained') }).contents;
  expect(proposals.map(({ claim, correction: words }) => [claim.number, words])).toEqual([[4, 'It rained']]);
});
