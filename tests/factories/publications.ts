import { SEES_ALL } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/permissions/roles';
import { readDraft } from '@/lib/publication/data';
import { type Locked, publishReport } from '@/lib/publication/mutations';
import type { PublishReportInput } from '@/lib/publication/schema';
import { WHOLE } from '@/lib/report/choices';
import { as, newKey } from './people';

/** Readable by whoever has the link, for ever. */
export const OPEN = { listed: false, expiresAt: null, password: 'none' } as const;

/** What an editor who looked at the report as it stands would send. */
export async function toPublishInput(
  db: Database,
  { deskId }: Pick<Actor, 'deskId'>,
  articleId: string,
  different: Partial<PublishReportInput> = {},
): Promise<PublishReportInput> {
  const draft = await readDraft(db, { deskId, articleId, sight: SEES_ALL, now: new Date() });
  const standing = await db.read.publication.findUnique({ where: { articleId }, select: { version: true } });
  const fingerprint = draft?.seen ?? '0'.repeat(64);
  return {
    key: newKey(),
    articleId,
    version: standing?.version ?? 0,
    fingerprint,
    note: '',
    access: null,
    choices: WHOLE,
    closeEarlier: false,
    ...different,
  };
}

export async function publish(
  db: Database,
  editor: Actor,
  articleId: string,
  { clock, passwordHash, ...different }: Partial<PublishReportInput> & Partial<Locked> & { readonly clock?: Clock } = {},
) {
  const input = await toPublishInput(db, editor, articleId, different);
  const once = { key: input.key, action: 'publishReport', input };
  return publishReport(as(db, editor, 'report.publish', clock === undefined ? { once } : { once, clock }), input, { passwordHash });
}
