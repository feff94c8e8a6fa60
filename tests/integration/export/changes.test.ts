import { expect, it } from 'vitest';
import { describeArticle } from '@/lib/articles/mutations';
import { endBlind } from '@/lib/assignments/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import { createUser } from '@/lib/auth/mutations';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import { NO_FINDING } from '@/lib/claims/finding';
import { mergeSource, splitSource } from '@/lib/claims/merging/mutations';
import { deleteClaim, editClaim } from '@/lib/claims/mutations';
import { deleteOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { readReport } from '@/lib/export/data';
import type { ExportFormat } from '@/lib/export/formats';
import { findLastEvent, listExportChanges } from '@/lib/export/many/changes/data';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { findPublicPath } from '@/lib/publication/data';
import { revokePublication } from '@/lib/publication/mutations';
import { WHOLE } from '@/lib/report/choices';
import { saveHouse } from '@/lib/report/house/mutations';
import type { Withheld } from '@/lib/report/withheld';
import { moveClaim } from '@/lib/review/mutations';
import { saveView } from '@/lib/review/views/mutations';
import { addAlias, editSource, gradeSource, retractSource } from '@/lib/sources/mutations';
import { createTestArticle } from '../../factories/articles';
import { assign } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say } from '../../factories/comments';
import { as, newKey } from '../../factories/people';
import { publish } from '../../factories/publications';
import { chainClaim, createTestSource, recordOf, toEditSource, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

/**
 * An article whose claim came by a newspaper from the mayor, and another article of the desk that leans on neither. Everything
 * that an export of the first holds is read before and after each write.
 */
async function useExported() {
  const { db, desk, article } = await useDesk();
  const paper = await createTestSource(db, desk.checker, 'Evening Post', 'news_organization');
  const other = await createTestArticle(db, desk.checker, 'The mayor of Elsewhere resigned. It rained.');
  await createTestClaimIn(db, desk, other, 'approved', { sourceType: 'author', source: null });
  const claim = await createTestClaimIn(db, desk, article, 'submitted', { note: 'Somebody called Ann Lee wrote this.' });
  await chainClaim(db, claim, [{ source: paper }]);
  return { db, desk, article, other, claim, paper };
}
type Stage = Awaited<ReturnType<typeof useExported>>;

type Asked = { readonly format?: ExportFormat; readonly withheld?: readonly Withheld[] };

/** Which of the two articles the write is found for, and whether the export of the first is another after it. */
async function changedBy(stage: Stage, act: (stage: Stage) => Promise<Result<unknown>>, { format = 'zip', withheld = [] }: Asked = {}) {
  const { db, desk, article, other } = stage;
  const choices = { ...WHOLE, withheld };
  const now = new Date('2100-01-01T00:00:00Z');
  const scope = { deskId: desk.deskId, articleId: article.articleId, sight: SEES_ALL, now };
  const read = async () =>
    JSON.stringify([
      await readReport(db, scope, { kind: 'working_copy', states: CLAIM_STATES }, undefined, choices),
      format === 'zip' ? await findPublicPath(db, { ...scope, now: new Date() }) : null,
    ]);
  const [before, last] = [await read(), await findLastEvent(db)];
  valueOf(await act(stage));
  const changes = await listExportChanges(db, { deskId: desk.deskId, sight: SEES_ALL, since: new Date(0), now }, { format, choices });
  const isFound = (articleId: string) => (changes.get(articleId)?.event ?? 0) > last;
  return { bytes: (await read()) !== before, found: isFound(article.articleId), other: isFound(other.articleId) };
}

const OWN = { bytes: true, found: true, other: false };
const NONE = { bytes: false, found: false, other: false };

type Act = (stage: Stage) => Promise<Result<unknown>>;

const edit =
  (details: object): Act =>
  ({ db, desk, claim }) =>
    editClaim(as(db, desk.checker, 'claim.edit'), { ...toEditInput(claim), details } as never);

const A_PIECE = { id: newId(), kind: 'url', title: 'Minutes', url: null, archivedUrl: null, locator: 'p. 3', retrievedOn: null };

const saveGroup: Act = ({ db, desk, article, paper }) =>
  saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), {
    ...{ key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, name: 'One story' },
    ...{ sourceIds: [paper.id], reason: '', attested: 'It was there.' },
  });

const record = async ({ db, desk, paper }: Stage) => recordOf(db, desk.editor, paper);
const toVersionOf = async (stage: Stage) => toSourceVersion(await record(stage));

const merge: Act = async (stage) => {
  const { db, desk } = stage;
  const into = await recordOf(db, desk.editor, await createTestSource(db, desk.checker, 'The Post', 'news_organization'));
  return mergeSource(as(db, desk.editor, 'source.merge'), { ...(await toVersionOf(stage)), intoId: into.id, intoVersion: into.version });
};

const describeIt: Act = ({ db, desk, article: { articleId } }) =>
  describeArticle(as(db, desk.checker, 'article.edit'), { key: newKey(), articleId, version: 1, topic: 'Ports' });

/** Writes that the article's exports show, each after what it needs. */
const SHOWN: Readonly<Record<string, { readonly first?: Act; readonly act: Act }>> = {
  'an edit of a claim': { act: ({ db, desk, claim }) => editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'N' })) },
  'a finding': { act: edit({ finding: { ...NO_FINDING, contentCheck: 'confirmed' } }) },
  'a piece of evidence': { act: edit({ evidence: [{ ...A_PIECE, originGroupId: null, stance: 'supports' }] }) },
  'a flag': { act: edit({ flags: [{ flag: 'prediction', verdict: 'added', note: '' }] }) },
  'a deleted claim': { act: ({ db, desk, claim }) => deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)) },
  'a new claim': {
    act: async ({ db, desk, article }) => ok(await createTestClaim(db, desk.checker, article, { sourceType: 'author', source: null })),
  },
  'an approval': { act: ({ db, desk, claim }) => moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(claim)) },
  'a return': {
    act: ({ db, desk, claim }) => moveClaim(as(db, desk.editor, 'claim.return'), 'return', { ...toVersion(claim), reason: 'Who?' }),
  },
  'details of the article': { act: describeIt },
  'an origin group': { act: saveGroup },
  'an origin group that is gone': {
    first: saveGroup,
    act: async ({ db, desk, article: { articleId } }) => {
      const { id, version } = await db.read.originGroup.findFirstOrThrow({ where: { articleId } });
      return deleteOriginGroup(as(db, desk.checker, 'origin_group.edit'), { key: newKey(), groupId: id, version });
    },
  },
  'another name of a source of a link': {
    act: async (stage) =>
      editSource(as(stage.db, stage.desk.checker, 'source.edit'), toEditSource(await record(stage), { name: 'The Post' })),
  },
  'another name of a source of a tag': {
    act: async ({ db, desk, claim }) => {
      const mayor = await recordOf(db, desk.checker, { id: claim.source?.id ?? '' });
      return editSource(as(db, desk.checker, 'source.edit'), toEditSource(mayor, { name: 'Ann Mayor' }));
    },
  },
  'a retracted source': {
    act: async (stage) =>
      retractSource(as(stage.db, stage.desk.editor, 'source.retract'), { ...(await toVersionOf(stage)), reason: 'Made up.' }),
  },
  'a merge of a source': { act: merge },
  'a source parted again': {
    first: merge,
    act: async (stage) => splitSource(as(stage.db, stage.desk.editor, 'source.merge'), await toVersionOf(stage)),
  },
  'the name of the source it was merged into': {
    first: merge,
    act: async ({ db, desk }) => {
      const { id } = await db.read.source.findFirstOrThrow({ where: { name: 'The Post' } });
      return editSource(
        as(db, desk.checker, 'source.edit'),
        toEditSource(await recordOf(db, desk.checker, { id }), { name: 'The Daily Post' }),
      );
    },
  },
};

it.each(Object.entries(SHOWN))('an article has changed by %s, and no other has', async (_name, { first, act }) => {
  const stage = await useExported();
  if (first !== undefined) valueOf(await first(stage));
  expect(await changedBy(stage, act)).toEqual(OWN);
});

const publishIt: Act = async (stage) => {
  const { db, desk, article, claim } = stage;
  valueOf(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(claim)));
  return publish(db, desk.editor, article.articleId);
};
const publishAgain: Act = async ({ db, desk, article: { articleId } }) => {
  const { version } = await db.read.publication.findFirstOrThrow({ where: { articleId } });
  return revokePublication(as(db, desk.editor, 'report.revoke'), { key: newKey(), articleId, version });
};

const addName: Act = async (stage) =>
  addAlias(as(stage.db, stage.desk.checker, 'source.edit'), { ...(await toVersionOf(stage)), alias: 'Ann Lee' });

it('the address of its public report counts where a file holds it, and nowhere else', async () => {
  const stage = await useExported();
  valueOf(await publishIt(stage));
  expect(await changedBy(stage, publishAgain)).toEqual(OWN);
  const another = await useExported();
  valueOf(await publishIt(another));
  expect(await changedBy(another, publishAgain, { format: 'pdf' })).toEqual(NONE);
});

it('a link that runs out counts though nobody wrote anything', async () => {
  const stage = await useExported();
  valueOf(await publishIt(stage));
  const { db, desk, article } = stage;
  const expiresAt = new Date('2099-01-01T00:00:00Z');
  await db.transact((tx) => tx.publication.updateMany({ data: { expiresAt } }));
  const scope = { deskId: desk.deskId, sight: SEES_ALL, since: new Date('2098-01-01T00:00:00Z') };
  const list = (now: string) => listExportChanges(db, { ...scope, now: new Date(now) }, { format: 'claimreview', choices: WHOLE });
  expect((await list('2098-12-31T00:00:00Z')).size).toBe(0);
  expect(await list('2099-01-02T00:00:00Z')).toEqual(new Map([[article.articleId, { at: expiresAt, event: 0 }]]));
});

it('a name that is taken out of notes counts where it is, and nowhere else', async () => {
  const mayor: Act = async ({ db, desk, claim }) => {
    const found = await recordOf(db, desk.checker, { id: claim.source?.id ?? '' });
    return addAlias(as(db, desk.checker, 'source.edit'), { ...toSourceVersion(found), alias: 'Ann Lee' });
  };
  expect(await changedBy(await useExported(), mayor, { withheld: ['sources'] })).toEqual(OWN);
  expect(await changedBy(await useExported(), addName)).toEqual(NONE);
  const colleague: Act = ({ db, desk }) =>
    createUser(db, { deskId: desk.deskId, email: 'a@example.org', name: 'Ann Lee', role: 'checker', password: 'long enough 1' });
  // Whose notes name somebody new cannot be told from the trail.
  expect(await changedBy(await useExported(), colleague, { withheld: ['people'] })).toEqual({ ...OWN, other: true });
  expect(await changedBy(await useExported(), colleague)).toEqual(NONE);
});

it('the name of the house counts for every article', async () => {
  const house: Act = ({ db, desk }) =>
    saveHouse(as(db, desk.editor, 'house.edit'), { key: newKey(), version: 0, name: 'The Daily', logo: 'none', alt: '' });
  expect(await changedBy(await useExported(), house)).toEqual({ ...OWN, other: true });
});

it('the end of blind checking counts, since the article could not be exported before', async () => {
  const stage = await useExported();
  const { db, desk, article } = stage;
  const { version } = await assign(db, desk, article, { checkers: 2 });
  const end: Act = () =>
    endBlind(as(db, desk.editor, 'assignment.edit'), { key: newKey(), articleId: article.articleId, version, reason: 'Breaking news.' });
  expect(await changedBy(stage, end)).toMatchObject({ found: true, other: false });
});

/** Writes that no export shows. */
const UNSHOWN: Readonly<Record<string, Act>> = {
  'a comment': ({ db, desk, claim }) => say(db, desk.editor, claim, 'Why?'),
  'a desk note': ({ db, desk, claim }) =>
    saveDeskNote(as(db, desk.editor, 'desk_note.edit'), { key: newKey(), claimId: claim.id, version: 0, text: 'Call her.' }),
  'a grade of a source': async (stage) =>
    gradeSource(as(stage.db, stage.desk.editor, 'source.grade'), { ...(await toVersionOf(stage)), grade: 'B', reason: 'Traced.' }),
  'a kept view': ({ db, desk }) =>
    saveView(as(db, desk.editor, 'queue.view'), { key: newKey(), viewId: newId(), version: 0, name: 'Mine', query: '' }),
};

it.each(Object.entries(UNSHOWN))('no article has changed by %s', async (_name, act) => {
  expect(await changedBy(await useExported(), act)).toEqual(NONE);
});
