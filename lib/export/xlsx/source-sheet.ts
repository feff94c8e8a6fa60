import { sourcesOf } from '@/lib/report/held';
import type { ReportModel } from '@/lib/report/model';
import { ENTRY } from '../claim-columns';
import type { CellValue } from './cell';
import type { Sheet } from './sheet';

const COLUMNS = [
  { name: 'source_id', width: 18 },
  { name: 'source', width: 36 },
  { name: 'source_kind', width: 18 },
  { name: 'retracted', width: 10 },
  { name: 'tagged_as', width: 30 },
  { name: 'tagged_in', width: 10 },
  { name: 'claims', width: 8 },
  { name: 'which', width: 30 },
  { name: 'presented_as', width: 40 },
  { name: 'reach', width: 24 },
  { name: 'reading', width: 16 },
  { name: 'origin', width: 28 },
  { name: 'independence', width: 14 },
];

/** A row for each source that a tag or a chain of these claims names, in the order in which they first appear. */
export function sourceSheet(model: ReportModel): Sheet {
  const sources = [...sourcesOf(model.claims).values()];
  const uses = new Map(model.sources.map((use) => [use.source.id, use]));
  const speakers = new Map(model.sourcing.speakers.flatMap((row) => (row.source === null ? [] : [[row.source.id, row] as const])));
  const claims = claimsBySource(model);
  const { yes, no } = model.frame.layout;
  const rows = sources.map(({ id, name, kind, retracted }): readonly CellValue[] => {
    const use = uses.get(id);
    // Rejected claims do not count, so a source that only they name speaks nowhere.
    const row = speakers.get(id);
    const numbers = claims.get(id) ?? [];
    return [
      ...[id, name, kind, retracted ? yes : no, use?.types.join(ENTRY) ?? '', use?.claims.length ?? 0],
      ...[numbers.length, numbers.map((number) => `C${number}`).join(ENTRY), row?.presentation ?? '', row?.reach ?? ''],
      ...[row?.reading ?? '', row?.origin.name ?? '', row?.origin.independence ?? ''],
    ];
  });
  return { name: 'Sources', columns: COLUMNS, count: rows.length, rows };
}

/** The numbers of the claims that name a source in their tag or their chain, each once. */
function claimsBySource({ claims }: ReportModel): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { number, chain, source } of claims) {
    for (const id of new Set([...chain.map((link) => link.source?.id), source?.id])) {
      if (id === undefined) continue;
      const held = numbers.get(id);
      if (held === undefined) numbers.set(id, [number]);
      else held.push(number);
    }
  }
  return numbers;
}
