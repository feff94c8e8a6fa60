import { RELATION_FACTS, RELATIONS, type Relation, type RelationKind } from '@/lib/claims/relation';
import { ClaimBadge } from '../claim-badge';
import type { ShownClaim } from '../outbox/overlay';
import { openClaim } from '../session/open-acts';
import { useSession, useView } from '../session/session-context';
import { shownName } from '../shown-claim';

/** More badges than this are a texture. */
const SHOWN_MAX = 12;

/** How the open claim bears on others, whichever side it was drawn from: a line for each kind, each badge opens its claim. */
export function CardRelations({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const relations = session.standing().relations().get(claim.id) ?? [];
  const kinds = RELATIONS.filter((kind) => relations.some((relation) => relation.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <div className="card-relations">
      {kinds.map((kind) => (
        <RelationLine key={kind} kind={kind} relations={relations.filter((relation) => relation.kind === kind)} />
      ))}
    </div>
  );
}

function RelationLine({ kind, relations }: { kind: RelationKind; relations: readonly Relation[] }) {
  const { claims } = useView();
  const others = relations.flatMap((relation) => {
    const other = claims.find(({ id }) => id === relation.claimId);
    return other === undefined ? [] : [{ ...relation, other }];
  });
  const notes = others.filter(({ note }) => note !== '');
  const { sign, label } = RELATION_FACTS[kind];
  return (
    <div className="card-relation" data-kind={kind}>
      <p>
        <span className="relation-sign" aria-hidden="true">
          {sign}
        </span>
        <span>{label}</span>
        {others.slice(0, SHOWN_MAX).map(({ other }) => (
          <OtherClaim key={other.id} claim={other} />
        ))}
        {others.length > SHOWN_MAX ? <span className="text-ink-3">and {others.length - SHOWN_MAX} more</span> : null}
      </p>
      {notes.map(({ note, other }) => (
        <p key={other.id} className="relation-note" dir="auto">
          {notes.length > 1 ? `${other.number}: ` : ''}
          {note}
        </p>
      ))}
    </div>
  );
}

/** A claim's badge that opens it. */
export function OtherClaim({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  return (
    <button
      type="button"
      className="other-claim"
      aria-label={`Open ${shownName(claim)}`}
      title={claim.spans[0]?.quote}
      onClick={() => {
        openClaim(session, claim.id, true);
        session.surface()?.focus();
      }}
    >
      <ClaimBadge claim={claim} />
    </button>
  );
}
