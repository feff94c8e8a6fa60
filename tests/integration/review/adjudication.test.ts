import { describe, expect, it } from 'vitest';
import { isAgreed } from '@/lib/adjudication/compare-claims';
import type { Decision } from '@/lib/adjudication/decision';
import { standingOf } from '@/lib/adjudication/kept-decision';
import { agreementOf } from '@/lib/agreement/agreement-report';
import { readWork } from '@/lib/agreement/data';
import { UNGUARDED } from '@/lib/assignments/checking';
import { SEES_ALL } from '@/lib/assignments/sight';
import { toClaimResource } from '@/lib/claims/claim';
import { findClaim, listClaims } from '@/lib/claims/data';
import { findGoneClaim } from '@/lib/claims/gone/data';
import { editClaim, restoreClaim } from '@/lib/claims/mutations';
import { can } from '@/lib/permissions/permissions';
import { decideDifferences } from '@/lib/review/adjudicating/mutations';
import { listOutcomes } from '@/lib/review/adjudicating/outcomes/data';
import { countOutcomes } from '@/lib/review/adjudicating/outcomes/outcome';
import { countWaiting, listArticles, listQueue, listTransitionsOf } from '@/lib/review/data';
import { moveClaim } from '@/lib/review/mutations';
import { countQueue } from '@/lib/review/queue/data';
import type { QueueFilter } from '@/lib/review/schema';
import { toTextRange } from '@/lib/text/offset';
import { verifyDatabase } from '@/lib/verify/data';
import { adjudicationOf, checkTwice, decide, finish, toDecideInput } from '../../factories/adjudications';
import { assignBlind } from '../../factories/assignments';
import { createTestClaim, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

const at = (start: number, end: number) => ({ spans: [{ start, end }] });
const AGREED = { kind: 'agreed' } as const;

/**
 * Two checkers: agreed on the first line, apart in confidence on “The mayor said no”, and a claim of the first checker's alone.
 *
 *     The mayor resigned\nThe mayor said no. It rained. …
 *     [both        high]  [high       low ]  [first alone]
 */
async function useChecked() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const [first, second] = await checkTwice(db, desk, article, [
    [at(0, 18), at(19, 36), { ...at(38, 48), sourceType: 'author', source: null, note: 'Weather.' }],
    [at(0, 18), { ...at(19, 36), confidence: 'low' }],
  ]);
  const [agreed, differing, alone] = (await adjudicationOf(db, desk, article)).comparisons;
  if (agreed === undefined || differing === undefined || alone === undefined) throw new Error('There are three comparisons.');
  return { ...made, first, second, agreed, differing, alone, read: () => adjudicationOf(db, desk, article) };
}

const live = (db: Parameters<typeof listClaims>[0], deskId: string, articleId: string) =>
  listClaims(db, { deskId, articleId, sight: SEES_ALL });

/** What was measured, without the claims it was measured on, whose versions went up. */
const figuresOf = (report: ReturnType<typeof agreementOf>) =>
  report.defined
    ? [report.people, report.where, report.what.map(({ field, n, measures, byClass }) => ({ field, n, measures, byClass }))]
    : report;

describe('laying claims side by side', () => {
  it('compares the claims of those who checked, with nothing decided yet', async () => {
    const { agreed, differing, alone, read } = await useChecked();
    expect(isAgreed(agreed)).toBe(true);
    expect(differing.differing).toEqual(['confidence']);
    expect(alone).toMatchObject({ without: [1], differing: [] });
    expect(await read()).toMatchObject({
      version: 0,
      finished: null,
      kept: [],
      people: [{ name: 'Cleo of Desk' }, { name: 'Otto of Desk' }],
    });
  });

  it('is refused while the article is checked blind, to checkers, and to an editor who checked it', async () => {
    const { db, desk, article } = await useDesk();
    await assignBlind(db, desk, article, [desk.checker, desk.editor]);
    const claim = await createTestClaim(db, desk.checker, article);
    const input = toDecideInput(article, [{ comparison: { parents: [claim] }, decision: AGREED }]);
    const refusalOf = async (actor: typeof desk.editor) => {
      const result = await decideDifferences(as(db, actor, 'article.adjudicate'), input);
      return result.ok ? null : result.error;
    };
    expect(await refusalOf(desk.otherEditor)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('still being checked blind'),
    });
    expect(await refusalOf(desk.editor)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('You checked this article yourself'),
    });
    expect(await refusalOf(desk.checker)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('is what the queue can be narrowed to before it was done', async () => {
  const { db, desk } = await useChecked();
  expect(await countQueue(db, { deskId: desk.deskId, now: new Date() }, { disagreement: 'waits' })).toBe(5);
  expect(await countQueue(db, { deskId: desk.deskId, now: new Date() }, { disagreement: 'none' })).toBe(0);
});

describe('deciding', () => {
  it('keeps a decision with who and when, applies a retry once, and takes it back', async () => {
    const { db, desk, article, differing, read } = await useChecked();
    const [, bo] = differing.parents;
    const input = toDecideInput(article, [{ comparison: differing, decision: { kind: 'take', claimId: bo?.id ?? '' } }]);
    const scope = as(db, desk.editor, 'article.adjudicate', { once: { key: input.key, action: 'decide', input } });
    const kept = valueOf(await decideDifferences(scope, input));
    expect(kept).toMatchObject({ version: 1, decisions: [{ version: 1, by: { name: 'Edith of Desk' } }] });
    expect(valueOf(await decideDifferences(scope, input))).toEqual(kept);
    const back = valueOf(await decide(db, desk.editor, article, [{ comparison: differing, decision: null, version: 1 }]));
    expect(back.decisions[0]).toMatchObject({ decision: null, version: 2 });
    const { kept: rows, comparisons, version } = await read();
    expect(version).toBe(2);
    expect(standingOf(comparisons, rows).decisions.size).toBe(0);
  });

  it('tells the slower of two editors who was quicker and what they decided, and keeps the first', async () => {
    const { db, desk, article, differing, read } = await useChecked();
    const [cleo, otto] = differing.parents;
    valueOf(await decide(db, desk.editor, article, [{ comparison: differing, decision: { kind: 'take', claimId: cleo?.id ?? '' } }]));
    const late = await decide(db, desk.otherEditor, article, [
      { comparison: differing, decision: { kind: 'take', claimId: otto?.id ?? '' } },
    ]);
    expect(late).toMatchObject({
      ok: false,
      error: {
        code: 'STALE',
        message: `C${cleo?.number} and C${otto?.number}: Edith of Desk was quicker and decided: as Cleo of Desk has it. Look at it again before you decide otherwise.`,
      },
    });
    expect((await read()).kept).toMatchObject([{ decision: { kind: 'take', claimId: cleo?.id }, by: { name: 'Edith of Desk' } }]);
  });

  it('refuses what does not fit the claims, and all of a write of which one part is refused', async () => {
    const { db, desk, article, agreed, differing, read } = await useChecked();
    const stranger = { kind: 'take', claimId: agreed.parents[0]?.id ?? '' } as const;
    const mixed = await decide(db, desk.editor, article, [
      { comparison: agreed, decision: AGREED },
      { comparison: differing, decision: stranger },
    ]);
    const names = differing.parents.map(({ number }) => `C${number}`).join(' and ');
    const unfit = `The decision about ${names} does not fit: something in it is not of them.`;
    expect(mixed).toMatchObject({ ok: false, error: { code: 'INVALID', message: unfit } });
    const outside: Decision = { kind: 'mix', choices: { spans: { kind: 'own_edges', spans: [toTextRange(0, 5000)] } } };
    expect(await decide(db, desk.editor, article, [{ comparison: differing, decision: outside }])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('lies outside the text') },
    });
    expect((await read()).kept).toEqual([]);
  });

  it('lets decisions about claims that were changed since lapse, and keeps the others', async () => {
    const { db, desk, article, agreed, differing, second, read } = await useChecked();
    const reason = 'Neither is a claim.';
    valueOf(
      await decide(db, desk.editor, article, [
        { comparison: agreed, decision: AGREED },
        { comparison: differing, decision: { kind: 'none', reason } },
      ]),
    );
    valueOf(await editClaim(as(db, desk.otherChecker, 'claim.edit'), toEditInput(second[1] as never, { note: 'Once more.' })));
    const { comparisons, kept } = await read();
    const { decisions, lapsed } = standingOf(comparisons, kept);
    expect([...decisions.values()]).toEqual([AGREED]);
    expect(lapsed).toMatchObject([{ why: 'changed', decision: { kind: 'none', reason } }]);
    expect(await decide(db, desk.editor, article, [{ comparison: differing, decision: AGREED, version: 1 }])).toMatchObject({
      ok: false,
      error: { code: 'STALE', message: expect.stringContaining('changed meanwhile') },
    });
    const both = [agreed, differing].map((comparison) => ({ comparison, decision: null, version: 1 }));
    const names = differing.parents.map(({ number }) => `C${number}`).join(' and ');
    const refused = await decide(db, desk.editor, article, both);
    if (refused.ok) throw new Error('A decision about claims that were changed was kept.');
    expect(refused.error.message).toContain(`${names} were changed meanwhile`);
    expect(refused.error.message).toContain('Nothing of the 2 decisions that were sent together was kept.');
  });
});

describe('finishing', () => {
  it('is refused while anything is open, saying how much and where, or where somebody decided since', async () => {
    const { db, desk, article, agreed, differing, alone } = await useChecked();
    const { parents } = differing;
    expect(await finish(db, desk.editor, desk, article)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    valueOf(
      await decide(db, desk.editor, article, [{ comparison: alone, decision: { kind: 'take', claimId: alone.parents[0]?.id ?? '' } }]),
    );
    const words = parents.map(({ number }) => `C${number}`).join('/');
    expect(await finish(db, desk.editor, desk, article)).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID',
        message: `It cannot be finished yet: 1 difference still to be decided (${words}), and 1 agreement still to be accepted.`,
      },
    });
    valueOf(
      await decide(db, desk.otherEditor, article, [
        { comparison: agreed, decision: AGREED },
        { comparison: differing, decision: { kind: 'mix', choices: { confidence: { kind: 'from', claimId: parents[1]?.id ?? '' } } } },
      ]),
    );
    expect(await finish(db, desk.editor, desk, article, 1)).toMatchObject({ ok: false, error: { code: 'STALE' } });
    expect(await finish(db, desk.editor, desk, article)).toMatchObject({ ok: true, value: { made: 3, rejected: 0 } });
  });

  async function finished() {
    const made = await useChecked();
    const { db, desk, article, agreed, differing, alone } = made;
    valueOf(
      await decide(db, desk.editor, article, [
        { comparison: agreed, decision: AGREED },
        { comparison: differing, decision: { kind: 'take', claimId: differing.parents[1]?.id ?? '' } },
        { comparison: alone, decision: { kind: 'none', reason: 'The weather is no claim.' } },
      ]),
    );
    const before = agreementOf(...(await work(made)));
    valueOf(await finish(db, desk.otherEditor, desk, article));
    return { ...made, before };
  }

  async function work({ db, desk, article }: Awaited<ReturnType<typeof useChecked>>) {
    const read = await readWork(db, { deskId: desk.deskId, articleId: article.articleId, sight: SEES_ALL });
    if (read === null) throw new Error('There is no article.');
    return [read.works, read.text] as const;
  }

  it('puts consensus claims in the place of their parents, in the queue, and rejects with its reason what is to be none', async () => {
    const { db, desk, article, first, second } = await finished();
    const claims = await live(db, desk.deskId, article.articleId);
    expect(claims.map(({ state, confidence, parents }) => [state, confidence, parents?.map(({ id }) => id)])).toEqual([
      ['submitted', 'high', [first[0]?.id, second[0]?.id]],
      ['submitted', 'low', [first[1]?.id, second[1]?.id]],
      ['rejected', 'high', undefined],
    ]);
    expect(claims[2]).toMatchObject({ id: first[2]?.id, reason: { text: 'The weather is no claim.', by: { name: 'Emil of Desk' } } });
    // Read for a list by other statements than for the article, and no different.
    const { items } = await listQueue(db, { deskId: desk.deskId, now: new Date() }, {});
    expect(items.map(({ claim }) => claim)).toEqual(claims.slice(0, 2));
    expect(await countWaiting(db, desk)).toBe(2);
    const [progress] = await listArticles(db, { deskId: desk.deskId, sight: SEES_ALL });
    expect(progress?.counts).toMatchObject({ submitted: 2, rejected: 1, draft: 0 });
    expect((await verifyDatabase(db)).problems).toEqual([]);
  });

  it('is found in the queue by whether its checkers differed, and sorted by it', async () => {
    const { db, desk } = await finished();
    const queue = async (filter: QueueFilter) =>
      (await listQueue(db, { deskId: desk.deskId, now: new Date() }, filter)).items.map(({ claim }) => claim.confidence);
    expect(await queue({ disagreement: 'decided' })).toEqual(['low']);
    expect(await queue({ disagreement: 'agreed' })).toEqual(['high']);
    expect(await queue({ disagreement: 'waits' })).toEqual([]);
    expect(await queue({ sort: 'disagreement' })).toEqual(['low', 'high']);
    expect(await queue({})).toEqual(['high', 'low']);
  });

  it('tells each checker what became of their claims, and of the others’ nothing', async () => {
    const { db, desk, article, first } = await finished();
    const outcomesOf = ({ userId }: { readonly userId: string | null }) =>
      listOutcomes(db, { deskId: desk.deskId, userId, articleId: article.articleId, sight: SEES_ALL, since: new Date(0) });
    const own = await outcomesOf(desk.checker);
    expect(own.map(({ claim, standsFor, reason }) => [claim.id, standsFor?.other ?? null, reason])).toEqual([
      [first[0]?.id, [], ''],
      [first[1]?.id, [{ field: 'confidence', was: ['High'], is: ['Low'] }], ''],
      [first[2]?.id, null, 'The weather is no claim.'],
    ]);
    expect(countOutcomes(own)).toEqual({ asMade: 1, changed: 1, rejected: 1 });
    expect(countOutcomes(await outcomesOf(desk.otherChecker))).toEqual({ asMade: 2, changed: 0, rejected: 0 });
    expect(await outcomesOf({ userId: null })).toHaveLength(5);
    expect(
      await findGoneClaim(db, {
        deskId: desk.deskId,
        articleId: article.articleId,
        sight: SEES_ALL,
        reference: { id: own[0]?.claim.id ?? '' },
      }),
    ).toMatchObject({ number: first[0]?.number, by: { name: 'Emil of Desk' }, standsFor: { id: own[0]?.standsFor?.id } });
  });

  it('has four eyes: who decided, who finished and whose claims they were approve nothing of it', async () => {
    const { db, desk, article } = await finished();
    const [consensus] = await live(db, desk.deskId, article.articleId);
    if (consensus === undefined) throw new Error('There is a consensus claim.');
    expect(consensus).toMatchObject({ createdBy: { name: 'Edith of Desk' }, lastEditedBy: { name: 'Emil of Desk' } });
    for (const actor of [desk.editor, desk.otherEditor]) {
      expect(await moveClaim(as(db, actor, 'claim.approve'), 'approve', toVersion(consensus))).toMatchObject({
        ok: false,
        error: { code: 'FOUR_EYES' },
      });
    }
    expect(valueOf(await moveClaim(as(db, desk.admin, 'claim.approve'), 'approve', toVersion(consensus))).state).toBe('approved');
  });

  it('has four eyes for who changed a checker’s claim before it was adjudicated, too', async () => {
    const { db, desk, article, first } = await useChecked();
    valueOf(await editClaim(as(db, desk.admin, 'claim.edit'), toEditInput(first[1] as never, { confidence: 'low', note: 'Mine.' })));
    const { comparisons } = await adjudicationOf(db, desk, article);
    const decisions = comparisons.map((comparison) => ({
      comparison,
      decision: { kind: 'take', claimId: comparison.parents[0]?.id ?? '' } as const,
    }));
    valueOf(await decide(db, desk.editor, article, decisions));
    valueOf(await finish(db, desk.editor, desk, article));
    const consensus = (await live(db, desk.deskId, article.articleId)).find(({ note }) => note === 'Mine.');
    if (consensus === undefined) throw new Error('There is a consensus claim.');
    expect(await moveClaim(as(db, desk.admin, 'claim.approve'), 'approve', toVersion(consensus))).toMatchObject({
      ok: false,
      error: { code: 'FOUR_EYES' },
    });
    expect(can(desk.admin, 'claim.approve', toClaimResource(consensus, UNGUARDED))).toBe(false);
    expect(valueOf(await moveClaim(as(db, desk.otherEditor, 'claim.approve'), 'approve', toVersion(consensus))).state).toBe('approved');
  });

  it('has four eyes for everybody who decided since it was last open, whoever changed a trifle last', async () => {
    const { db, desk, article, agreed, differing, alone } = await useChecked();
    const [cleo, otto] = differing.parents.map(({ id }) => id);
    const take = (claimId = '') => ({ kind: 'take', claimId }) as const;
    valueOf(await decide(db, desk.editor, article, [{ comparison: differing, decision: take(cleo) }]));
    valueOf(await decide(db, desk.otherEditor, article, [{ comparison: differing, decision: take(otto), version: 1 }]));
    const single = take(alone.parents[0]?.id);
    valueOf(await decide(db, desk.editor, article, [{ comparison: alone, decision: single }]));
    valueOf(await decide(db, desk.editor, article, [{ comparison: alone, decision: null, version: 1 }]));
    valueOf(
      await decide(db, desk.otherEditor, article, [
        { comparison: agreed, decision: AGREED },
        { comparison: alone, decision: single, version: 2 },
      ]),
    );
    valueOf(await finish(db, desk.otherEditor, desk, article));
    const made = await live(db, desk.deskId, article.articleId);
    const mayApprove = made.map((claim) =>
      [desk.editor, desk.admin].map((one) => can(one, 'claim.approve', toClaimResource(claim, UNGUARDED))),
    );
    expect(mayApprove).toEqual([
      [true, true],
      [false, true],
      [true, true],
    ]);
    expect(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(made[1] as never))).toMatchObject({
      ok: false,
      error: { code: 'FOUR_EYES' },
    });
  });

  it('leaves agreement what it was: it measures what the checkers made by themselves', async () => {
    const made = await finished();
    const after = agreementOf(...(await work(made)));
    expect(figuresOf(after)).toEqual(figuresOf(made.before));
    expect(after).toMatchObject({ defined: true, matched: 2, alone: 1 });
  });

  it('leaves nothing to adjudicate, and takes up what checkers add afterwards', async () => {
    const { db, desk, article, first, read } = await finished();
    expect(await read()).toMatchObject({ kept: [], finished: { by: { name: 'Emil of Desk' } } });
    expect((await read()).comparisons).toEqual([]);
    const parent = { ...(first[0] as (typeof first)[number]), version: (first[0]?.version ?? 0) + 1 };
    expect(await restoreClaim(as(db, desk.checker, 'claim.edit'), toVersion(parent))).toMatchObject({
      ok: false,
      error: { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('consensus claim stands for this one') },
    });
    expect(await findClaim(db, { deskId: desk.deskId, claimId: parent.id, sight: SEES_ALL })).toBeNull();
    await createTestClaim(db, desk.otherChecker, article, at(57, 80));
    expect((await read()).comparisons).toMatchObject([{ without: [0], parents: [{ createdBy: { name: 'Otto of Desk' } }] }]);
  });

  it('leads relations from parents to what became of them, and keeps those of claims that nobody compared', async () => {
    const { db, desk, article } = await useDesk();
    const [first, second] = await checkTwice(db, desk, article, [
      [at(0, 18), at(19, 36)],
      [at(0, 18), at(19, 36)],
    ]);
    const related = (claimId: string) => ({ details: { relations: [{ kind: 'contradicts' as const, claimId, note: '' }] } });
    for (const [one, other, by] of [
      [first[0], first[1], desk.checker],
      [second[0], second[1], desk.otherChecker],
    ] as const)
      valueOf(await editClaim(as(db, by, 'claim.edit'), toEditInput(one as never, related(other?.id ?? ''))));
    const outside = await createTestClaim(db, desk.editor, article, { ...at(38, 48), ...related(second[1]?.id ?? '') });
    const { comparisons } = await adjudicationOf(db, desk, article);
    expect(comparisons.map(isAgreed)).toEqual([true, true]);
    valueOf(
      await decide(
        db,
        desk.otherEditor,
        article,
        comparisons.map((comparison) => ({ comparison, decision: AGREED })),
      ),
    );
    valueOf(await finish(db, desk.otherEditor, desk, article));
    const claims = await live(db, desk.deskId, article.articleId);
    const [one, other] = claims;
    expect(one?.relations).toMatchObject([{ kind: 'contradicts', claimId: other?.id }]);
    expect(other?.relations).toMatchObject([{ kind: 'contradicts', claimId: outside.id }]);
    const steps = await listTransitionsOf(db, { deskId: desk.deskId, claimIds: [one?.id ?? ''], sight: SEES_ALL });
    expect(steps).toMatchObject([{ event: 'submit', actor: { name: 'Emil of Desk' } }]);
    expect((await verifyDatabase(db)).problems).toEqual([]);
  });
});

describe('two editors at once', () => {
  it('decide each difference once, lose none, and finish once', async () => {
    const { db, desk, article } = await useDesk();
    const places = Array.from({ length: 30 }, (_, index) => at(index, index + 12));
    await checkTwice(db, desk, article, [places, places.map((place) => ({ ...place, confidence: 'low' as const }))]);
    const { comparisons } = await adjudicationOf(db, desk, article);
    expect(comparisons).toHaveLength(30);
    const results = await Promise.all(
      [desk.editor, desk.otherEditor].flatMap((actor, person) =>
        comparisons.map((comparison) =>
          decide(db, actor, article, [{ comparison, decision: { kind: 'take', claimId: comparison.parents[person]?.id ?? '' } }]),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(30);
    expect(results.flatMap((result) => (result.ok ? [] : result.error.code))).toEqual(Array.from({ length: 30 }, () => 'STALE'));
    const ends = await Promise.all([finish(db, desk.editor, desk, article), finish(db, desk.otherEditor, desk, article)]);
    expect(ends.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await live(db, desk.deskId, article.articleId)).toHaveLength(30);
  });
});
