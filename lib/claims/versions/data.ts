import 'server-only';
import { findChecking } from '@/lib/assignments/data';
import { toChain } from '@/lib/attribution/data';
import type { Database } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Source } from '@/lib/sources/source';
import type { ClaimResource } from '../claim';
import { resourceSelect, toResource } from '../data';
import { wholeFinding } from '../finding';
import type { Tag } from '../tag';
import type { Described } from './described';

/** Every source that these tags name, by the id they name it by: each as it is called now, or the one it was merged into. */
export async function findSourcesOf(
  client: Pick<Tx, 'source'> | Database['read'],
  deskId: string,
  tags: readonly Tag[],
): Promise<ReadonlyMap<string, Source>> {
  const ids = tags.flatMap(({ sourceId, details }) => [sourceId, ...(details.chain ?? []).map((link) => link.sourceId)]);
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await client.source.findMany({ where: { deskId, id: { in: wanted } }, select: sourceSelect });
  return new Map(rows.map((row) => [row.id, toSource(row)]));
}

/** A tag as the trail has it, with the names of its sources and the words of its spans. */
export function toDescribed(
  tag: Tag,
  { sources, text }: { readonly sources: ReadonlyMap<string, Source>; readonly text: string },
): Described {
  const sourceOf = (id: string | null) => (id === null ? null : (sources.get(id) ?? null));
  const { spans, sourceType, sourceId, confidence, note } = tag;
  const source = sourceOf(sourceId);
  const { chain, finding, ...rest } = tag.details;
  const details = finding === undefined ? rest : { ...rest, finding: wholeFinding(finding) };
  return {
    spans: spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
    ...{ sourceType, source, confidence, note },
    details:
      chain === undefined
        ? details
        : {
            ...details,
            chain: toChain(
              chain.map((link) => ({ ...link, source: sourceOf(link.sourceId) })),
              { sourceType, source },
            ),
          },
  };
}

/** What the permission table asks about giving a claim back what it was; null when the desk has no such claim. */
export async function findRestorable(
  db: Database,
  { deskId, claimId }: { readonly deskId: string; readonly claimId: string },
): Promise<(ClaimResource & { readonly deleted: boolean }) | null> {
  const row = await db.read.claim.findFirst({
    where: { id: claimId, deskId },
    select: { ...resourceSelect, deletedAt: true },
  });
  return row === null ? null : { ...toResource(row, await findChecking(db, row.articleId)), deleted: row.deletedAt !== null };
}
