import { RELATION_FACTS, RELATIONS_MAX, type Relation, type RelationKind } from '@/lib/claims/relation';
import type { ShownClaim } from '../outbox/overlay';
import { claimWords, claimWordsFirst } from '../shown-claim';
import type { Session } from './session';
import { changeClaim, changeClaims, mayEdit, tell } from './write-acts';

type Drawing = { readonly kind: RelationKind; readonly otherId: string; readonly note: string };

/** Draws a relation from a claim. What stands in its way, in a sentence, or null when it was drawn. */
export function drawRelation(session: Session, claim: ShownClaim, { kind, otherId, note }: Drawing): string | null {
  const other = session.find(otherId);
  if (other === null) return 'This claim is not in the article any more.';
  if (other.id === claim.id) return 'A claim bears on other claims, not on itself.';
  const known = session.standing().relations().get(claim.id) ?? [];
  if (known.some((relation) => relation.kind === kind && relation.claimId === otherId)) return `${alreadyWords(kind, claim, other)}`;
  if (claim.relations.length >= RELATIONS_MAX) return `A claim has at most ${RELATIONS_MAX} relations.`;
  changeClaim(session, claim, { details: { relations: [...claim.relations, { kind, claimId: otherId, note }] } });
  return null;
}

function alreadyWords(kind: RelationKind, claim: ShownClaim, other: ShownClaim): string {
  const label = RELATION_FACTS[kind].label.toLowerCase();
  // “Contradicts” and “restates” are verbs, the other two stand after “is”.
  const verb = kind === 'contradicts' || kind === 'restates' ? `already ${label}` : `is already ${label}`;
  return `${claimWordsFirst(claim)} ${verb} ${claimWords(other)}.`;
}

/** Takes a relation away, from whichever side it was drawn; one that was drawn from both goes from both. */
export function removeRelation(session: Session, claim: ShownClaim, relation: Relation): void {
  const other = session.find(relation.claimId);
  const sides = [
    { side: claim, toId: relation.claimId },
    { side: other, toId: claim.id },
  ];
  const changes = sides.flatMap(({ side, toId }) => {
    const left = side?.relations.filter(({ kind, claimId }) => kind !== relation.kind || claimId !== toId) ?? [];
    return side === null || left.length === side.relations.length ? [] : [{ claim: side, details: { relations: left } }];
  });
  if (changes.every((change) => mayEdit(session, change.claim)) && changeClaims(session, changes) > 0) {
    tell(session, `${claimWordsFirst(claim)}: “${RELATION_FACTS[relation.kind].label}” taken away.`);
  }
}
