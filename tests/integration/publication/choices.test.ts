import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { findLastChoices, findPublication } from '@/lib/publication/data';
import { readData, readPage, readWithheld, unpack } from '@/lib/publication/link/data';
import { publishReportInput } from '@/lib/publication/schema';
import { WHOLE } from '@/lib/report/choices';
import { addAlias } from '@/lib/sources/mutations';
import { createTestClaimIn, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { publish } from '../../factories/publications';
import { useDesk } from '../use-database';

async function useNamed() {
  const made = await useDesk();
  const { db, desk, article } = made;
  await createTestClaimIn(db, desk, article, 'approved', { note: 'Said on the steps.' });
  return { ...made, articleId: article.articleId, names: [desk.checker.name, desk.editor.name] };
}

async function editionOf(db: Database, number: number) {
  const { id } = await db.read.publication.findFirstOrThrow({ select: { id: true } });
  const place = { publicationId: id, number };
  return unpack(await readData(db, place)) + unpack(await readPage(db, place));
}

const WITHOUT_PEOPLE = { ...WHOLE, withheld: ['people'] } as const;

describe('a published report that withholds names', () => {
  it('has them nowhere, and says what is withheld', async () => {
    const { db, desk, articleId, names } = await useNamed();
    valueOf(await publish(db, desk.editor, articleId, { choices: WITHOUT_PEOPLE }));
    const text = await editionOf(db, 1);
    for (const name of names) expect(text).not.toContain(name);
    for (const words of ['Checker 1', 'Reviewer 1', 'Withheld: names of checkers and reviewers.']) expect(text).toContain(words);
  });

  it('has not the names of others of the desk in notes either, who had no part that the report shows', async () => {
    const { db, desk, article, articleId } = await useNamed();
    const { name } = desk.admin;
    await createTestClaimIn(db, desk, article, 'approved', { note: `${name} sent it back twice.` });
    valueOf(await publish(db, desk.editor, articleId, { choices: WITHOUT_PEOPLE }));
    const text = await editionOf(db, 1);
    expect(text).not.toContain(name);
    expect(text).toContain('somebody of the desk sent it back twice.');
  });

  it('is begun from by the next edition', async () => {
    const { db, desk, articleId } = await useNamed();
    const scope = { deskId: desk.deskId, articleId, sight: SEES_ALL };
    expect(await findLastChoices(db, scope)).toEqual(WHOLE);
    valueOf(await publish(db, desk.editor, articleId, { choices: { ...WITHOUT_PEOPLE, parts: ['label', 'text'] } }));
    expect(await findLastChoices(db, scope)).toEqual({ withheld: ['people'], parts: ['label', 'text'] });
  });

  it('comes after one that did not: the correction does not say whom it takes back, and other parts alone are one too', async () => {
    const { db, desk, articleId, names } = await useNamed();
    valueOf(await publish(db, desk.editor, articleId));
    valueOf(await publish(db, desk.editor, articleId, { choices: WITHOUT_PEOPLE }));
    const text = await editionOf(db, 2);
    for (const name of names) expect(text).not.toContain(name);
    expect(text).toContain('What is withheld is not the same.');
    valueOf(await publish(db, desk.editor, articleId, { choices: { ...WITHOUT_PEOPLE, parts: ['label'] } }));
    expect((await findPublication(db, { deskId: desk.deskId, articleId, sight: SEES_ALL }))?.editions).toHaveLength(3);
    expect(await publish(db, desk.editor, articleId, { choices: { ...WITHOUT_PEOPLE, parts: ['label'] } })).toMatchObject({
      error: { message: /Nothing .* has changed/u },
    });
  });

  it('does not repeat what an earlier correction said in full', async () => {
    const { db, desk, article, articleId } = await useNamed();
    valueOf(await publish(db, desk.editor, articleId));
    await createTestClaimIn(db, desk, article, 'approved', { note: 'Heard in the hall.' });
    valueOf(await publish(db, desk.editor, articleId, { note: 'The caretaker heard it.' }));
    expect(await editionOf(db, 2)).toContain('The caretaker heard it.');
    valueOf(await publish(db, desk.editor, articleId, { choices: { ...WHOLE, withheld: ['notes'] } }));
    const text = await editionOf(db, 3);
    expect(text).not.toContain('Heard in the hall.');
    expect(text).not.toContain('The caretaker heard it.');
    expect(text).toContain('C2: added.');
  });
});

it('is asked for by words, and refused where they name something else', () => {
  const input = { key: newKey(), articleId: newId(), version: 0, fingerprint: 'a'.repeat(64) };
  expect(publishReportInput.parse(input).choices).toEqual(WHOLE);
  expect(publishReportInput.parse({ ...input, choices: { without: 'notes,people' } }).choices.withheld).toEqual(['people', 'notes']);
  expect(publishReportInput.safeParse({ ...input, choices: { without: 'everything' } }).success).toBe(false);
});

it('withholds every name that the desk knows of a person, also in what a correction says', async () => {
  const { db, desk, article, articleId } = await useNamed();
  const record = (name: string) =>
    db.read.source.findFirstOrThrow({ where: { deskId: desk.deskId, name }, select: { id: true, version: true } });
  const note = 'Mira Marlow says what Old Mim told her.';
  await createTestClaimIn(db, desk, article, 'draft', { sourceType: 'named_person', source: { name: 'Mira Marlow' } });
  await createTestClaimIn(db, desk, article, 'approved', { note });
  const { id, version } = await record('Mira Marlow');
  valueOf(await addAlias(as(db, desk.admin, 'source.edit'), { key: newKey(), sourceId: id, version, alias: 'Old Mim' }));
  valueOf(await publish(db, desk.editor, articleId));
  expect(await editionOf(db, 1)).toContain('Old Mim');
  valueOf(await publish(db, desk.editor, articleId, { choices: { ...WHOLE, withheld: ['sources'] } }));
  const text = await editionOf(db, 2);
  for (const name of ['Marlow', 'Mim']) expect(text).not.toContain(name);
  expect(text).toContain('somebody withheld says what somebody withheld told her.');
});

it('knows what was withheld from an edition whose language is no more', () => {
  expect(readWithheld(JSON.stringify({ without: 'notes', language: 'tlh' }))).toEqual(['notes']);
});
