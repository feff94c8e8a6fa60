import { createArticle } from '@/lib/articles/mutations';
import type { Database } from '@/lib/db/database';
import type { Actor } from '@/lib/permissions/roles';
import { as } from './people';

export type TestArticle = { readonly articleId: string; readonly revisionId: string; readonly text: string };

/** Three sentences in two lines, with a character outside the Basic Multilingual Plane (UTF-16 units 48 and 49). */
export const TEST_TEXT = 'The mayor resigned\nThe mayor said no. It rained. 🌧 Sources close to the town hall said he was tired.';

/** An article of the actor's desk, through the real write. */
export async function createTestArticle(db: Database, actor: Actor, text: string = TEST_TEXT): Promise<TestArticle> {
  const title = text.split('\n')[0] as string;
  const made = await createArticle(as(db, actor, 'article.create'), { title, text, origin: 'paste', fileName: null, encoding: null });
  if (!made.ok) throw new Error(made.error.message);
  const { articleId } = made.value;
  const { id: revisionId } = await db.read.revision.findFirstOrThrow({ where: { articleId }, select: { id: true } });
  return { articleId, revisionId, text };
}

/**
 * Where marks stand in a text: `'The mayor [said] no'` is the text `The mayor said no` and the span 10–14.
 * Marks may not nest; the text may hold no other square brackets.
 */
export function readMarks(marked: string): {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
} {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open: number | null = null;
  for (const unit of marked.split('')) {
    if (unit === '[') open = text.length;
    else if (unit === ']') {
      if (open === null) throw new Error(`A mark ends that never began: ${marked}`);
      spans.push({ start: open, end: text.length });
      open = null;
    } else text += unit;
  }
  return { text, spans };
}
