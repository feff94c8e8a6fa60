import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { SpeakerRow } from '@/lib/provenance/who-speaks';
import { type AddressOf, CountLink } from './claims-link';
import { OriginState } from './origin-state';
import { nodeSelection } from './selections';

/** So many rows are shown until all are asked for. */
const ROWS_SHOWN = 40;

type SpeakersTableProps = {
  rows: readonly SpeakerRow[];
  addressOf: AddressOf;
  /** Where all rows are shown; null where they are. */
  everybodyAddress: string | null;
};

export function SpeakersTable({ rows, addressOf, everybodyAddress }: SpeakersTableProps) {
  const shown = everybodyAddress === null ? rows : rows.slice(0, ROWS_SHOWN);
  return (
    <>
      <table className="tbl speakers" aria-labelledby="who-speaks-title">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Class</span>
            </th>
            <th scope="col">Source</th>
            <th scope="col">How the article presents it</th>
            <th scope="col" className="r">
              Claims
            </th>
            <th scope="col">Reach</th>
            <th scope="col">Origin</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} href={addressOf(nodeSelection(row.key))} />
          ))}
        </tbody>
      </table>
      {everybodyAddress === null || rows.length <= ROWS_SHOWN ? null : (
        <p className="pt-4">
          <a href={everybodyAddress} data-claims="">
            Show all {rows.length.toLocaleString('en')}
          </a>{' '}
          <span className="text-small text-ink-3">
            {shown.length} of {rows.length.toLocaleString('en')} shown
          </span>
        </p>
      )}
    </>
  );
}

function Row({ row, href }: { row: SpeakerRow; href: string }) {
  const { name, source, sourceClass, presentation, claimIds, reach, reading, origin } = row;
  const words = nameWords(name);
  return (
    <tr>
      <td>
        <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label={SOURCE_CLASS_FACTS[sourceClass].label} />
      </td>
      <th scope="row" className="nm">
        {source === null ? (
          <bdi>{words}</bdi>
        ) : (
          <Link href={`/sources/${source.id}`} prefetch={false} className="no-underline hover:underline">
            <bdi>{words}</bdi>
          </Link>
        )}
      </th>
      <td dir="auto">
        {presentation}
        {source?.retracted ? <b className="also text-alarm">retracted</b> : null}
      </td>
      <td className="r" data-label="Claims">
        <CountLink count={claimIds.length} href={href} about={[`claim: ${words}`, `claims: ${words}`]} />
      </td>
      <td>
        {reach}
        {reading === null ? null : <span className="also">{reading}</span>}
      </td>
      <td>
        <OriginState state={origin.independence} name={origin.name} />
      </td>
    </tr>
  );
}
