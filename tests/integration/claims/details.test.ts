import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { newLink } from '@/lib/attribution/chain';
import { toChainInput } from '@/lib/attribution/chain-input';
import { listOriginGroups } from '@/lib/attribution/data';
import type { ChainInput, LinkInput } from '@/lib/attribution/schema';
import type { Claim } from '@/lib/claims/claim';
import { listClaims } from '@/lib/claims/data';
import { mergeSource, splitSource } from '@/lib/claims/merging/mutations';
import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { deleteOriginGroup, restoreOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { detailsInput } from '@/lib/claims/schema';
import { newId } from '@/lib/kernel/ids';
import { fixAndApprove, moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

const voice: LinkInput = {
  tagged: false,
  sourceType: 'author',
  source: null,
  relation: 'publishes',
  stated: 'in_text',
  reading: 'on_trust',
  cue: null,
  hedges: [],
  anonymity: null,
};
const tagged: LinkInput = { ...voice, tagged: true, sourceType: null, relation: 'says' };
const relay: LinkInput = {
  ...voice,
  sourceType: 'news_organization',
  source: { name: 'The Herald' },
  relation: 'reports',
  stated: 'from_outside',
  cue: { start: 0, end: 3 },
  hedges: [{ start: 4, end: 9, kind: 'weak_verb' }],
};
const finding = {
  attributionCheck: 'accurate',
  contentCheck: 'confirmed',
  credibility: 1,
  likelihood: null,
  rationale: 'Two saw it.',
  correction: '',
  question: 'Who saw it?',
} as const;

async function useDetails() {
  const made = await useDesk();
  const { db, desk, article } = made;
  return {
    ...made,
    create: (different: Parameters<typeof toCreateInput>[1] = {}) =>
      createClaim(as(db, desk.checker, 'claim.create'), toCreateInput(article, different)),
    edit: (claim: Claim, different: Parameters<typeof toEditInput>[1] = {}, by = desk.checker) =>
      editClaim(as(db, by, 'claim.edit'), toEditInput(claim, different)),
    stored: async (claim: { id: string }) =>
      (await listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId })).find(({ id }) => id === claim.id),
    group: (different: Partial<Parameters<typeof saveOriginGroup>[1]>) =>
      saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), {
        key: newKey(),
        groupId: newId(),
        articleId: article.articleId,
        version: 0,
        name: 'One story',
        sourceIds: [],
        reason: '',
        attested: null,
        ...different,
      }),
  };
}

describe('a chain', () => {
  it('is kept link by link, with its words, and its sources are found or made', async () => {
    const { create, stored, article } = await useDetails();
    const anonymous = { descriptor: 'an aide', count: 'one', number: null, proximity: 'insider', basis: '', reason: '' } as const;
    const details = { chain: [voice, relay, { ...tagged, anonymity: anonymous }] };
    const claim = valueOf(await create({ sourceType: 'anonymous_source', source: { name: 'an aide' }, details }));
    expect(claim.chain).toMatchObject([
      { sourceType: 'author', source: null, tagged: false },
      {
        sourceType: 'news_organization',
        source: { name: 'The Herald', kind: 'news_organization' },
        stated: 'from_outside',
        cue: { start: 0, end: 3, quote: article.text.slice(0, 3) },
        hedges: [{ start: 4, end: 9, quote: article.text.slice(4, 9), kind: 'weak_verb' }],
      },
      { sourceType: 'anonymous_source', source: { name: 'an aide' }, tagged: true, anonymity: anonymous },
    ]);
    expect(await stored(claim)).toEqual(claim);
  });

  it('of a bare tag is the article’s voice and the tag, and stores nothing', async () => {
    const { db, create, stored } = await useDetails();
    const claim = valueOf(await create());
    expect(claim.chain).toEqual([newLink({ sourceType: 'author', source: null }), newLink(claim, true)]);
    expect(await stored(claim)).toEqual(claim);
    const sent = valueOf(await create({ details: { chain: toChainInput(claim.chain) } }));
    expect(sent.chain.map(({ sourceType }) => sourceType)).toEqual(['author', 'named_person']);
    expect(await db.read.claimLink.count()).toBe(0);
  });

  it('follows its claim’s tag and keeps the other links', async () => {
    const { create, edit } = await useDetails();
    const claim = valueOf(await create({ details: { chain: [voice, relay, tagged] } }));
    const renamed = valueOf(await edit(claim, { sourceType: 'named_organization', source: { name: 'The Council' } }));
    expect(renamed.chain.map(({ source }) => source?.name)).toEqual([undefined, 'The Herald', 'The Council']);
    const own = valueOf(await edit(renamed, { sourceType: 'author', source: null }));
    expect(own.chain.map(({ sourceType, tagged: mark }) => [sourceType, mark])).toEqual([
      ['author', true],
      ['news_organization', false],
    ]);
  });

  it.each<[string, ChainInput, string]>([
    ['that does not begin with the article’s voice', [tagged], 'begins with the article’s own voice'],
    ['without a tagged link', [voice, relay], 'Exactly one link'],
    ['with two tagged links', [voice, tagged, tagged], 'Exactly one link'],
    ['whose words lie outside the text', [voice, { ...relay, cue: { start: 9000, end: 9003 } }, tagged], 'outside the text'],
    [
      'whose hedge lies outside the text',
      [voice, { ...relay, hedges: [{ start: 1, end: 9000, kind: 'adverb' }] }, tagged],
      'outside the text',
    ],
    ['with a nameless newspaper', [voice, { ...relay, source: null }, tagged], 'needs a source'],
    [
      'with an anonymity record for somebody named',
      [voice, { ...relay, anonymity: { descriptor: 'x', count: null, number: null, proximity: null, basis: '', reason: '' } }, tagged],
      'not named',
    ],
  ])('%s is refused, and nothing of the claim is kept', async (_what, chain, why) => {
    const { db, create } = await useDetails();
    const refusal = await create({ details: { chain } });
    expect(refusal).toMatchObject({ ok: false, error: { code: 'INVALID', message: expect.stringContaining(why) } });
    expect([await db.read.claim.count(), await db.read.source.count()]).toEqual([0, 0]);
  });

  it('of 50 links, and a source name of 10,000 characters, are refused in words before anything is written', () => {
    const long = detailsInput.safeParse({ chain: [voice, ...Array.from({ length: 48 }, () => relay), tagged] });
    expect(long.error?.issues[0]?.message).toContain('at most 12 links');
    const quoted = detailsInput.safeParse({ chain: [voice, { ...relay, cue: { start: 0, end: 200_000 } }, tagged] });
    expect(quoted.error?.issues[0]?.message).toContain('at most 300 characters');
    const named = detailsInput.safeParse({ chain: [voice, { ...relay, source: { name: 'x'.repeat(10_000) } }, tagged] });
    expect(named.success).toBe(false);
    expect(JSON.stringify(named.error?.issues)).toContain('at most 300 characters');
  });

  it('keeps its rows when another part of the claim is edited, sources it has none of stay none', async () => {
    const { db, create, edit } = await useDetails();
    const claim = valueOf(await create({ details: { chain: [voice, relay, tagged] } }));
    valueOf(await edit(claim, { details: { chain: [voice, { ...relay, reading: 'read' }, tagged] } }));
    const rows = await db.read.claimLink.findMany({ orderBy: { ordinal: 'asc' }, select: { sourceType: true, sourceId: true } });
    expect(rows).toEqual([
      { sourceType: 'author', sourceId: null },
      { sourceType: 'news_organization', sourceId: claim.chain[1]?.source?.id },
      { sourceType: null, sourceId: null },
    ]);
  });

  it('names whom it named again after a merge, an edit and a split', async () => {
    const { db, desk, create, edit, stored } = await useDetails();
    const link = (name: string) => ({ ...relay, cue: null, hedges: [], source: { name } });
    const made = valueOf(await create({ details: { chain: [voice, link('Alpha'), link('Beta'), link('Kappa'), tagged] } }));
    const editors = as(db, desk.editor, 'source.merge');
    const kappa = async () => recordOf(db, desk.editor, { id: made.chain[3]?.source?.id ?? '' });
    for (const at of [1, 2]) {
      const from = await recordOf(db, desk.editor, { id: made.chain[at]?.source?.id ?? '' });
      const into = await kappa();
      valueOf(await mergeSource(editors, { ...toSourceVersion(from), intoId: into.id, intoVersion: into.version }));
    }
    const merged = await stored(made);
    expect(merged?.chain.map(({ source }) => source?.name)).toEqual([undefined, 'Kappa', 'Kappa', 'Kappa', 'The Mayor']);
    const read = merged?.chain.map((one) => ({ ...one, reading: 'read' as const })) ?? [];
    valueOf(await edit(merged as Claim, { details: { chain: toChainInput(read) } }));
    valueOf(await edit((await stored(made)) as Claim, { source: { name: 'The Deputy' } }));
    for (const at of [1, 2]) {
      const merge = await recordOf(db, desk.editor, { id: made.chain[at]?.source?.id ?? '' });
      valueOf(await splitSource(editors, toSourceVersion(merge)));
    }
    const names = (await stored(made))?.chain.map(({ source }) => source?.name);
    expect(names).toEqual([undefined, 'Alpha', 'Beta', 'Kappa', 'The Deputy']);
  });

  it('cannot borrow a source of another desk', async () => {
    const { db, create } = await useDetails();
    const other = await createTestDesk(db, 'Other');
    const theirs = await createTestClaim(db, other.checker, await createTestArticle(db, other.checker));
    const refusal = await create({ details: { chain: [voice, { ...relay, source: { id: theirs.source?.id ?? '' } }, tagged] } });
    expect(refusal).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('a finding, evidence, flags and relations', () => {
  it('are written whole, part by part, and what is not sent stays', async () => {
    const { create, edit, stored } = await useDetails();
    const other = valueOf(await create());
    const first = valueOf(await create({ details: { finding: { ...finding, credibility: 2 } } }));
    const evidence = {
      id: newId(),
      kind: 'url',
      title: 'Minutes',
      url: 'https://example.org/minutes',
      archivedUrl: null,
      locator: 'p. 3',
      retrievedOn: '2026-03-01',
      originGroupId: null,
      stance: 'supports',
    } as const;
    const second = valueOf(await edit(first, { details: { evidence: [evidence] } }));
    const flags = [{ flag: 'superlative', verdict: 'added', note: '“the only”' } as const];
    const relations = [{ kind: 'contradicts', claimId: other.id, note: '' } as const];
    const third = valueOf(await edit(second, { details: { flags, relations } }));
    expect(third).toMatchObject({ finding: { ...finding, credibility: 2 }, evidence: [evidence], flags, relations, version: 3 });
    expect(await stored(third)).toEqual(third);
    const emptied = valueOf(await edit(third, { details: { evidence: [], flags: [], relations: [] } }));
    expect(emptied).toMatchObject({ evidence: [], flags: [], relations: [], finding: { credibility: 2 } });
  });

  it('keep a relation to a deleted claim for when that comes back, whatever is related meanwhile', async () => {
    const { db, desk, create, edit, stored } = await useDetails();
    const [gone, other] = [valueOf(await create()), valueOf(await create())];
    const drawn = [{ kind: 'contradicts', claimId: gone.id, note: 'Both?' } as const];
    const claim = valueOf(await create({ details: { relations: drawn } }));
    const scope = as(db, desk.checker, 'claim.delete');
    const deleted = valueOf(await deleteClaim(scope, toVersion(gone)));
    const more = [{ kind: 'restates', claimId: other.id, note: '' } as const];
    expect(valueOf(await edit(claim, { details: { relations: more } })).relations).toEqual(more);
    valueOf(await restoreClaim(scope, toVersion(deleted)));
    expect((await stored(claim))?.relations).toEqual([...drawn, ...more]);
  });

  it('refuse what does not fit: the same twice, a claim with itself, a claim of another article, a group of another article', async () => {
    const { db, desk, create, edit, group } = await useDetails();
    const claim = valueOf(await create());
    const elsewhere = await createTestArticle(db, desk.checker, 'Another text.');
    const foreign = await createTestClaim(db, desk.checker, elsewhere, { sourceType: 'author', source: null });
    const mark = { flag: 'prediction', verdict: 'added', note: '' } as const;
    const relate = (claimId: string) => ({ relations: [{ kind: 'restates', claimId, note: '' } as const] });
    const theirGroup = valueOf(await group({ articleId: elsewhere.articleId, sourceIds: [claim.source?.id ?? ''] }));
    const evidence = {
      id: newId(),
      kind: 'url',
      title: 'x',
      url: null,
      archivedUrl: null,
      locator: '',
      retrievedOn: null,
      stance: 'supports',
    } as const;
    const refusals = [
      await edit(claim, { details: { flags: [mark, mark] } }),
      await edit(claim, { details: relate(claim.id) }),
      await edit(claim, { details: relate(foreign.id) }),
      await edit(claim, { details: { evidence: [{ ...evidence, originGroupId: theirGroup.id }] } }),
    ];
    expect(refusals.map((result) => (result.ok ? 'kept' : result.error.code))).toEqual(['INVALID', 'INVALID', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('refuse credibility 1 until two supports lie in different attested origin groups', async () => {
    const { create, edit, group } = await useDetails();
    const claim = valueOf(await create());
    expect(await edit(claim, { details: { finding } })).toMatchObject({
      ok: false,
      error: { code: 'INVALID', message: expect.stringContaining('different attested origin groups') },
    });
    valueOf(await group({ name: 'The mayor', sourceIds: [claim.source?.id ?? ''], attested: 'Spoke to us.' }));
    const witness = valueOf(await create({ source: { name: 'A Witness' } }));
    const second = valueOf(await group({ name: 'The witness', sourceIds: [witness.source?.id ?? ''], attested: 'Was there alone.' }));
    const evidence = {
      id: newId(),
      kind: 'person',
      title: 'Witness, by telephone',
      url: null,
      archivedUrl: null,
      locator: 'minute 4',
      retrievedOn: null,
      originGroupId: second.id,
      stance: 'supports',
    } as const;
    expect(await edit(claim, { details: { finding, evidence: [{ ...evidence, stance: 'refutes' }] } })).toMatchObject({ ok: false });
    const graded = valueOf(await edit(claim, { details: { finding, evidence: [evidence] } }));
    expect(graded.finding.credibility).toBe(1);
    expect(await edit(graded, { details: { evidence: [] } }), 'its support cannot be taken away under it').toMatchObject({ ok: false });
  });

  it('ask for the supports of credibility 1 again when the claim is approved, and count no rejected claim among them', async () => {
    const { db, desk, article, create, edit, group } = await useDetails();
    const claim = valueOf(await create());
    const other = valueOf(await create({ source: { name: 'A Witness' } }));
    const [first, second] = [claim, other].map(({ source }) => source?.id ?? '');
    valueOf(await group({ name: 'One', sourceIds: [first ?? ''], attested: 'Spoke to us.' }));
    valueOf(await group({ name: 'Two', sourceIds: [second ?? ''], attested: 'Spoke to us too.' }));
    const relations = [{ kind: 'restates', claimId: other.id, note: '' } as const];
    const graded = valueOf(await edit(claim, { details: { finding, relations } }));
    const submit = async (one: Claim) =>
      valueOf(
        await submitClaims(as(db, desk.checker, 'claim.submit'), {
          key: newKey(),
          articleId: article.articleId,
          claims: [{ id: one.id, version: one.version }],
        }),
      )[0] as Claim;
    const [waiting, doubtful] = [await submit(graded), await submit(other)];
    valueOf(await moveClaim(as(db, desk.editor, 'claim.reject'), 'reject', { ...toVersion(doubtful), reason: 'Invented.' }));
    expect(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(waiting))).toMatchObject({
      ok: false,
      error: { code: 'INVALID', message: expect.stringContaining('only one does') },
    });
    const noted = await edit(waiting, { note: 'Its owner can still say so.' });
    expect(noted).toMatchObject({ ok: true });
  });

  it('do not make an editor who only remarks the claim’s last editor; another edit does', async () => {
    const { db, desk, article, edit } = await useDetails();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    const remarked = valueOf(await edit(claim, { details: { flags: [{ flag: 'superlative', verdict: 'added', note: '' }] } }, desk.editor));
    expect([remarked.lastEditedBy.id, remarked.version]).toEqual([desk.checker.userId, claim.version + 1]);
    const restated = await createTestClaim(db, desk.checker, article);
    const tie = { relations: [{ kind: 'same_origin', claimId: restated.id, note: '' } as const] };
    const tied = await createTestClaimIn(db, desk, article, 'submitted');
    expect(valueOf(await edit(tied, { details: tie }, desk.editor)).lastEditedBy.id, 'corroboration is counted from it').toBe(
      desk.editor.userId,
    );
    const checked = valueOf(await edit(remarked, { details: { finding: { ...finding, credibility: 3 } } }, desk.editor));
    expect(checked.lastEditedBy.id).toBe(desk.editor.userId);
  });

  it('reopen an approved claim like any other edit', async () => {
    const { db, desk, article, edit } = await useDetails();
    const claim = await createTestClaimIn(db, desk, article, 'approved');
    const edited = valueOf(await edit(claim, { details: { chain: [voice, relay, tagged] } }));
    expect(edited.state).toBe('reopened');
  });

  it('come back with the fix and approval that is undone', async () => {
    const { db, desk, article } = await useDetails();
    const before = { chain: [voice, relay, tagged], flags: [{ flag: 'prediction', verdict: 'added', note: 'x' } as const] };
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { details: before });
    const fix = toEditInput(claim, { details: { chain: [voice, tagged], flags: [] } });
    const fixed = valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve'), fix));
    expect([fixed.chain.length, fixed.flags]).toEqual([2, []]);
    const undone = valueOf(await undoDecision(as(db, desk.editor, 'claim.undo_decision'), toVersion(fixed)));
    expect(undone).toMatchObject({ chain: claim.chain, flags: claim.flags, state: 'submitted' });
  });
});

describe('origin groups', () => {
  it('hold a source of an article once, and say which group has it', async () => {
    const { create, group } = await useDetails();
    const claim = valueOf(await create());
    const sourceIds = [claim.source?.id ?? ''];
    valueOf(await group({ name: 'First', sourceIds }));
    expect(await group({ name: 'Second', sourceIds })).toMatchObject({
      ok: false,
      error: { code: 'INVALID', message: expect.stringContaining('in the group “First” already') },
    });
  });

  it('can be deleted and brought back with their sources, but for those another group holds by now', async () => {
    const { db, desk, article, create, group } = await useDetails();
    const [a, b] = [valueOf(await create()), valueOf(await create({ source: { name: 'B' } }))].map(({ source }) => source?.id ?? '') as [
      string,
      string,
    ];
    const first = valueOf(await group({ sourceIds: [a, b], reason: 'Both quote the same letter.' }));
    const scope = as(db, desk.checker, 'origin_group.edit');
    const gone = valueOf(await deleteOriginGroup(scope, { key: newKey(), groupId: first.id, version: first.version }));
    expect(await listOriginGroups(db.read, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId })).toEqual([]);
    valueOf(await group({ name: 'Other', sourceIds: [b] }));
    const back = valueOf(await restoreOriginGroup(scope, { key: newKey(), groupId: gone.id, version: gone.version }));
    expect(back.sourceIds).toEqual([a]);
    expect(await restoreOriginGroup(scope, { key: newKey(), groupId: gone.id, version: gone.version })).toMatchObject({
      error: { code: 'STALE' },
    });
  });

  it('are refused when somebody else changed them meanwhile, with the newer one', async () => {
    const { create, group } = await useDetails();
    const sourceIds = [valueOf(await create()).source?.id ?? ''];
    const made = valueOf(await group({ sourceIds }));
    const renamed = valueOf(await group({ groupId: made.id, version: 1, name: 'Renamed', sourceIds }));
    expect(renamed.version).toBe(2);
    expect(await group({ groupId: made.id, version: 1, name: 'Late', sourceIds })).toMatchObject({
      ok: false,
      error: { code: 'STALE', current: { name: 'Renamed' } },
    });
  });
});
