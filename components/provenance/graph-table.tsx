import { ClassBadge } from '@/components/ui/class-badge';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { type AddressOf, CountLink } from './claims-link';
import { classesOf, countOutside, type DrawnEdge } from './drawn-graph';
import { edgeSelection } from './selections';

type GraphTableProps = { edges: readonly DrawnEdge[]; addressOf: AddressOf };

/**
 * The picture's edges as rows, for whoever reads rather than looks. Beside the picture it is folded away (the rule in
 * provenance.css looks at `details`); on a phone, where the picture has no room, it stands in its place.
 */
export function GraphTable({ edges, addressOf }: GraphTableProps) {
  return (
    <>
      <details id="flow-table" tabIndex={-1} className="flow-toggle">
        <summary>The same as a table</summary>
      </details>
      <table className="tbl flow-table" aria-label="Where the claims come from">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col">From</th>
            <th scope="col" className="r">
              Claims
            </th>
            <th scope="col" className="r">
              Known from outside
            </th>
            <th scope="col">How the article presents them</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <EdgeRow key={edge.key} edge={edge} href={addressOf(edgeSelection(edge.key))} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function EdgeRow({ edge, href }: { edge: DrawnEdge; href: string }) {
  const [from, to] = [nameWords(edge.from.name), nameWords(edge.to.name)];
  return (
    <tr>
      <td>
        <bdi>{from}</bdi>
      </td>
      <th scope="row" className="nm">
        <bdi>{to}</bdi>
        {edge.circular ? <span>leads back in a circle</span> : null}
      </th>
      <td className="r" data-label="Claims">
        <CountLink count={edge.claimIds.length} href={href} about={[`claim: ${to} to ${from}`, `claims: ${to} to ${from}`]} />
      </td>
      <td className="r" data-label="Known from outside">
        {countOutside(edge)}
      </td>
      <td>
        <span className="classes">
          {classesOf(edge).map(({ sourceClass, count }) => (
            <span key={sourceClass}>
              <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label={SOURCE_CLASS_FACTS[sourceClass].label} />{' '}
              {count}
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}
