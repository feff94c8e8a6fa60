import { onTestFinished } from 'vitest';
import { createTestArticle } from '../factories/articles';
import { createTestDatabase, type TestDatabase } from '../factories/database';
import { createTestDesk } from '../factories/people';

/** A database of this test's own, removed when the test ends. */
export async function useDatabase(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  onTestFinished(made.remove);
  return made;
}

/** A database with one desk, its people and one article. */
export async function useDesk() {
  const made = await useDatabase();
  const desk = await createTestDesk(made.db);
  const article = await createTestArticle(made.db, desk.checker);
  return { ...made, desk, article };
}
