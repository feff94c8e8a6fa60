import type { Link } from '@/lib/attribution/link';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { linkWords } from '@/lib/attribution/link-name';
import { toSourceClass } from '@/lib/attribution/source-type';
import type { Evidence } from '@/lib/claims/evidence';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { ENTRY } from '../claim-columns';
import type { CellValue } from './cell';
import type { Sheet, SheetColumn } from './sheet';

/** A column of a sheet with a row for each of something that a claim has several of. `at` counts from 1 within the claim. */
type PartColumn<Part> = SheetColumn & { readonly value: (part: Part, claim: ReportClaim, at: number) => CellValue };

const CLAIM_KEYS = [
  { name: 'claim', width: 7, value: (_: unknown, { number }: ReportClaim) => number },
  { name: 'claim_id', width: 18, value: (_: unknown, { id }: ReportClaim) => id },
];

const linkColumns = (frame: Frame): readonly PartColumn<Link>[] => [
  ...CLAIM_KEYS,
  { name: 'position', width: 9, value: (_, __, at) => at },
  { name: 'who', width: 36, value: (link) => linkWords(link, frame.attribution) },
  { name: 'source_class', width: 14, value: ({ sourceType }) => frame.attribution.classes[toSourceClass(sourceType)] },
  { name: 'source_type', width: 20, value: ({ sourceType }) => sourceType },
  { name: 'source_id', width: 18, value: ({ source }) => source?.id ?? '' },
  { name: 'tagged', width: 8, value: ({ tagged }) => (tagged ? frame.layout.yes : frame.layout.no) },
  { name: 'relation', width: 14, value: ({ relation }) => relation },
  { name: 'stated', width: 13, value: ({ stated }) => stated },
  { name: 'reading', width: 10, value: ({ reading }) => reading },
  { name: 'cue', width: 36, value: ({ cue }) => cue?.quote ?? '' },
  { name: 'hedges', width: 36, value: (link) => hedgeFacts(link, frame).join(ENTRY) },
  { name: 'descriptor', width: 30, value: ({ anonymity }) => anonymity?.descriptor ?? '' },
  { name: 'count', width: 9, value: ({ anonymity }) => anonymity?.count ?? '' },
  { name: 'count_number', width: 9, value: ({ anonymity }) => anonymity?.number ?? '' },
  { name: 'proximity', width: 12, value: ({ anonymity }) => anonymity?.proximity ?? '' },
  { name: 'basis', width: 30, value: ({ anonymity }) => anonymity?.basis ?? '' },
  { name: 'anonymity_reason', width: 30, value: ({ anonymity }) => anonymity?.reason ?? '' },
];

/** A row for each link of each claim's chain, the article's voice first. */
export function linkSheet({ claims, frame }: ReportModel): Sheet {
  return partSheet('Links', linkColumns(frame), claims, ({ chain }) => chain);
}

/** A row for each piece of evidence. */
export function evidenceSheet({ claims, groups }: ReportModel): Sheet {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const columns: readonly PartColumn<Evidence>[] = [
    ...CLAIM_KEYS,
    { name: 'evidence_id', width: 18, value: ({ id }) => id },
    { name: 'kind', width: 11, value: ({ kind }) => kind },
    { name: 'stance', width: 10, value: ({ stance }) => stance },
    { name: 'title', width: 46, value: ({ title }) => title },
    { name: 'url', width: 46, value: ({ url }) => url ?? '' },
    { name: 'locator', width: 22, value: ({ locator }) => locator },
    { name: 'archived_url', width: 46, value: ({ archivedUrl }) => archivedUrl ?? '' },
    { name: 'retrieved_on', width: 13, day: true, value: ({ retrievedOn }) => toDay(retrievedOn) },
    { name: 'origin_group', width: 26, value: ({ originGroupId }) => names.get(originGroupId ?? '') ?? '' },
  ];
  return partSheet('Evidence', columns, claims, ({ evidence }) => evidence);
}

function partSheet<Part>(
  name: string,
  columns: readonly PartColumn<Part>[],
  claims: readonly ReportClaim[],
  partsOf: (claim: ReportClaim) => readonly Part[],
): Sheet {
  const count = claims.reduce((sum, claim) => sum + partsOf(claim).length, 0);
  return { name, columns, count, rows: partRows(columns, claims, partsOf) };
}

function* partRows<Part>(
  columns: readonly PartColumn<Part>[],
  claims: readonly ReportClaim[],
  partsOf: (claim: ReportClaim) => readonly Part[],
): Generator<readonly CellValue[], void, undefined> {
  for (const claim of claims) {
    for (const [at, part] of partsOf(claim).entries()) yield columns.map(({ value }) => value(part, claim, at + 1));
  }
}

/** `2025-08-02` as a date; what is not one, as it was kept. */
function toDay(day: string | null): CellValue {
  const date = new Date(`${day}T00:00:00Z`);
  return day === null || Number.isNaN(date.getTime()) ? (day ?? '') : date;
}
