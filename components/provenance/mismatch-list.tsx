import type { ReactNode } from 'react';
import { RELATION_FACTS, type RelationKind } from '@/lib/claims/relation';
import { ClaimQuoted } from './claim-quoted';
import type { Mismatch } from './mismatches';
import type { ShownClaim } from './shown-claim';

type MismatchListProps = {
  kind: Extract<RelationKind, 'contradicts' | 'tension'>;
  groups: readonly Mismatch[];
  claims: ReadonlyMap<string, ShownClaim>;
  /** Why two claims do not fit, in the words of whoever drew the relation; empty when they gave none. */
  noteOf: (a: string, b: string) => string;
};

/** Claims that do not fit, beside each other: one on the left, with the sign, and all that it does not fit on the right. */
export function MismatchList({ kind, groups, claims, noteOf }: MismatchListProps) {
  const { label, sign } = RELATION_FACTS[kind];
  return groups.map(({ centre, others }) => {
    const left = claims.get(centre);
    if (left === undefined) return null;
    return (
      <div key={centre} className="versus" data-kind={kind}>
        <div className="q">
          <ClaimQuoted claim={left} />
        </div>
        <p className="sign">
          <span aria-hidden="true">{sign}</span>
          <span className="sr-only">{label}</span>
        </p>
        <ul>
          {others.map((id) => {
            const other = claims.get(id);
            return other === undefined ? null : (
              <li key={id} className="q">
                <ClaimQuoted claim={other} />
                <Note>{noteOf(centre, id)}</Note>
              </li>
            );
          })}
        </ul>
      </div>
    );
  });
}

function Note({ children }: { children: ReactNode }) {
  return children === '' ? null : (
    <p dir="auto" className="why">
      {children}
    </p>
  );
}
