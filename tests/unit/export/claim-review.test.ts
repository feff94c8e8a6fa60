import fc from 'fast-check';
import type { ClaimReview, WithContext } from 'schema-dts';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { CONTENT_CHECKS, NO_FINDING } from '@/lib/claims/finding';
import { claimReviewPieces, claimReviewWarnings, toClaimReview } from '@/lib/export/claim-review';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, harbour } from '@/tests/factories/report';

type Graph = { readonly '@context': string; readonly '@graph': readonly Thing[] };
type Thing = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function graphOf(model: ReportModel, address?: string | null): Graph {
  return JSON.parse([...claimReviewPieces(model, { address })].join('')) as Graph;
}

const checked = (contentCheck: (typeof CONTENT_CHECKS)[number]) => ({ finding: { ...NO_FINDING, contentCheck } });

describe('a ClaimReview', () => {
  test('has the shape schema.org gives it', () => {
    const model = aModel('[1:One:1]', { 1: checked('confirmed') });
    const review = { '@context': 'https://schema.org' as const, ...toClaimReview(model.claims[0] as never, model) };
    expectTypeOf(review).toExtend<WithContext<ClaimReview>>();
    expect(review['@type']).toBe('ClaimReview');
  });

  test.each([
    ['confirmed', 5],
    ['partly_confirmed', 3],
    ['contradicted', 1],
    ['unconfirmed', undefined],
    ['disputed', undefined],
    ['misleading_context', undefined],
  ] as const)('says %s in words always, and as a number only on the scale', (check, value) => {
    const [review] = graphOf(aModel('[1:One:1]', { 1: checked(check) }))['@graph'];
    const scale = value === undefined ? {} : { ratingValue: value, worstRating: 1, bestRating: 5 };
    expect(review?.reviewRating).toEqual({ '@type': 'Rating', alternateName: expect.stringMatching(/^[A-Z]/u), ...scale });
  });

  test('names who is presented as speaking: a person, an organisation, somebody unnamed, or nobody', () => {
    const finding = checked('disputed');
    const model = aModel('[1:a:1] [2:b:2] [3:c:3] [4:d:4] [5:e:5]', {
      1: { ...finding, sourceType: 'named_person', source: aSource(1, 'Kozak', 'person') },
      2: { ...finding, sourceType: 'news_organization', source: aSource(2, 'The Post', 'news_organization') },
      3: { ...finding, sourceType: 'anonymous_source', source: aSource(3, 'two officials', 'unnamed') },
      4: { ...finding, sourceType: 'document', source: aSource(4, 'A memo', 'document') },
      5: finding,
    });
    const items = graphOf(model)['@graph'].map(({ itemReviewed }) => itemReviewed);
    expect(items.map((item) => (item?.author as { '@type'?: string } | undefined)?.['@type'])).toEqual([
      'Person',
      'Organization',
      'Person',
      undefined,
      undefined,
    ]);
    expect(items[2]?.author).toMatchObject({ name: 'two officials', description: expect.stringMatching(/^Anonymous, described\./u) });
    expect(items[3]?.isBasedOn).toMatchObject({ '@type': 'CreativeWork', name: 'A memo' });
    expect(items[0]?.appearance).toMatchObject({ '@type': 'Article', headline: 'a b c d e' });
  });

  test('leads to its claim where the address of the report is known', () => {
    const model = aModel('[8:One:8]', { 8: checked('confirmed') });
    expect(graphOf(model, 'https://desk.example/reports/x')['@graph'][0]?.url).toBe('https://desk.example/reports/x#claim-8');
    expect(graphOf(model)['@graph'][0]).not.toHaveProperty('url');
    expect(graphOf(model, null)['@graph'][0]).not.toHaveProperty('url');
  });
});

describe('a file of ClaimReviews', () => {
  test('holds approved claims that were checked with an outcome, and no others', () => {
    const claims = Object.fromEntries(CONTENT_CHECKS.map((check, at) => [at + 1, checked(check)]));
    const marked = CONTENT_CHECKS.map((check, at) => `[${at + 1}:${check}:${at + 1}]`).join(' ');
    const held = CONTENT_CHECKS.filter((check) => !['not_checked', 'not_checkable', 'out_of_scope'].includes(check));
    expect(graphOf(aModel(marked, claims))['@graph'].map(({ claimReviewed }) => claimReviewed)).toEqual(held);
    const drafts = Object.fromEntries(Object.entries(claims).map(([number, claim]) => [number, { ...claim, state: 'draft' as const }]));
    expect(graphOf(aModel(marked, drafts, { kind: 'working_copy' }))['@graph']).toEqual([]);
  });

  test('holds nothing that could end a script element, whatever the article', () => {
    fc.assert(
      fc.property(reportInput({ claims: 5 }), (input) => {
        const claims = input.claims.map((claim) => ({ ...claim, ...checked('confirmed') }));
        const model = buildReport({ ...input, claims });
        const file = [...claimReviewPieces(model)].join('');
        expect(file).not.toMatch(/[<>&\u2028\u2029]/u);
        expect(JSON.parse(file)['@graph']).toHaveLength(model.claims.filter(({ state }) => state === 'approved').length);
      }),
      { numRuns: 100 },
    );
  });
});

test('says which claims are longer than search engines show', () => {
  const model = aModel(`[1:${'x'.repeat(76)}:1] [2:${'🚢'.repeat(75)}:2]`, { 1: checked('confirmed'), 2: checked('confirmed') });
  expect(claimReviewWarnings(model)).toEqual(['Search engines may cut claims of more than 75 characters: C1 (76).']);
  expect(claimReviewWarnings(buildReport(harbour()))).toEqual([]);
  const many = Array.from({ length: 30 }, (_, at) => `[${at + 1}:${'x'.repeat(80)}:${at + 1}]`).join(' ');
  const claims = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at + 1, checked('confirmed')]));
  expect(claimReviewWarnings(aModel(many, claims))[0]).toMatch(/C19 \(80\), C20 \(80\) and 10 more\.$/u);
});
