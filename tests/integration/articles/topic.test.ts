import { describe, expect, it } from 'vitest';
import { findArticle, listTopics } from '@/lib/articles/data';
import { createArticle, describeArticle } from '@/lib/articles/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import { readReport } from '@/lib/export/data';
import { parseArticleJson } from '@/lib/export/json';
import { listArticles } from '@/lib/review/data';
import { toArticleJson } from '@/tests/support/exported';
import { valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useTopic() {
  const { db, desk, article } = await useDesk();
  const { articleId } = article;
  const { deskId } = desk;
  const set = (topic: string, version: number, key = newKey()) => {
    const input = { key, articleId, version, topic };
    return describeArticle(as(db, desk.checker, 'article.edit', { once: { key, action: 'describeArticle', input } }), input);
  };
  return { db, desk, deskId, articleId, set };
}

describe('the topic of an article', () => {
  it('is there from the import on, and is found on the desk', async () => {
    const { db, desk, deskId } = await useTopic();
    const article = { title: 'A', text: 'A', topic: 'Ports', origin: 'paste', fileName: null, encoding: null } as const;
    const { articleId } = valueOf(await createArticle(as(db, desk.checker, 'article.create'), article));
    expect(await findArticle(db, { deskId, articleId })).toMatchObject({ article: { topic: 'Ports' }, version: 1 });
    expect(await listTopics(db, { deskId })).toEqual(['Ports']);
    expect((await listArticles(db, { sight: SEES_ALL, deskId })).map(({ topic, version }) => [topic, version])).toEqual([
      ['Ports', 1],
      ['', 1],
    ]);
  });

  it('is changed and taken away, a version each time', async () => {
    const { db, deskId, articleId, set } = await useTopic();
    expect(await set('War in Ukraine', 1)).toMatchObject({ ok: true, value: { articleId, topic: 'War in Ukraine', version: 2 } });
    expect(await set('', 2)).toMatchObject({ ok: true, value: { topic: '', version: 3 } });
    expect(await listTopics(db, { deskId })).toEqual([]);
  });

  it('is not overwritten by somebody who has not seen it: they are told what it is now', async () => {
    const { db, deskId, articleId, set } = await useTopic();
    await set('War in Ukraine', 1);
    expect(await set('Politics', 1)).toMatchObject({
      ok: false,
      error: { code: 'STALE', current: { topic: 'War in Ukraine', version: 2 } },
    });
    expect(await findArticle(db, { deskId, articleId })).toMatchObject({ article: { topic: 'War in Ukraine' }, version: 2 });
  });

  it('said as it is already is no new version, and nothing for the trail', async () => {
    const { db, articleId, set } = await useTopic();
    await set('Ports', 1);
    expect(await set('Ports', 2)).toMatchObject({ ok: true, value: { articleId, topic: 'Ports', version: 2 } });
    expect(await set('Harbours', 1), 'what somebody saw is looked at first').toMatchObject({ error: { code: 'STALE' } });
    expect(await db.read.auditEvent.count({ where: { subjectId: articleId, type: 'article.described' } })).toBe(1);
  });

  it('is set once by a write that is sent twice', async () => {
    const { db, articleId, set } = await useTopic();
    const key = newKey();
    const [first, second] = [await set('Ports', 1, key), await set('Ports', 1, key)];
    expect(second).toEqual(first);
    expect(await db.read.auditEvent.count({ where: { subjectId: articleId, type: 'article.described' } })).toBe(1);
  });

  it('is one of the details, each of which stays where another is said', async () => {
    const { db, desk, deskId, articleId, set } = await useTopic();
    const say = (version: number, facts: { outlet?: string; publishedOn?: string | null }) =>
      describeArticle(as(db, desk.checker, 'article.edit'), { key: newKey(), articleId, version, ...facts });
    await set('Ports', 1);
    await say(2, { outlet: 'The Daily Wave', publishedOn: '2026-02-28' });
    expect(await say(3, { publishedOn: null })).toMatchObject({
      value: { topic: 'Ports', outlet: 'The Daily Wave', publishedOn: null, version: 4 },
    });
    const [found, [listed]] = [await findArticle(db, { deskId, articleId }), await listArticles(db, { sight: SEES_ALL, deskId })];
    expect(found?.article).toMatchObject({ topic: 'Ports', outlet: 'The Daily Wave', publishedOn: null });
    expect(listed).toMatchObject({ outlet: 'The Daily Wave', publishedOn: null, version: 4 });
    const events = await db.read.auditEvent.findMany({ where: { subjectId: articleId, type: 'article.described' } });
    expect(events.map(({ data }) => JSON.parse(data)).find(({ version }) => version === 3)).toMatchObject({
      before: { topic: 'Ports', outlet: '', publishedOn: null },
      after: { topic: 'Ports', outlet: 'The Daily Wave', publishedOn: '2026-02-28' },
    });
  });

  it('is not another desk’s to set', async () => {
    const { db, articleId, set, desk } = await useTopic();
    const stranger = { ...desk.checker, deskId: newKey() };
    const input = { key: newKey(), articleId, version: 1, topic: 'Ours' };
    expect(await describeArticle(as(db, stranger, 'article.edit'), input)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await set('', 1)).toMatchObject({ ok: true });
  });

  it('comes back from the article file it was written into', async () => {
    const { db, deskId, articleId, set } = await useTopic();
    await set('War in Ukraine', 1);
    const model = await readReport(
      db,
      { sight: SEES_ALL, deskId, articleId, now: new Date(0) },
      { kind: 'working_copy', states: ['draft'] },
    );
    if (model === null) throw new Error('There is no report.');
    const read = valueOf(parseArticleJson(toArticleJson(model)));
    expect(read.article).toEqual(model.article);
    expect(read.article.topic).toBe('War in Ukraine');
  });
});
