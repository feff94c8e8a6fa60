import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { EVIDENCE_TEXT_MAX } from '@/lib/claims/evidence';
import { RELATION_FACTS, RELATIONS, type RelationKind } from '@/lib/claims/relation';
import { OtherClaim } from '../cards/card-relations';
import { ChoiceField, LineField, optionsOf } from '../fields';
import { isNumbered, type ShownClaim } from '../outbox/overlay';
import { focusPanel } from '../session/open-acts';
import { drawRelation, removeRelation } from '../session/relation-acts';
import { useSession, useView } from '../session/session-context';
import { claimWords, claimWordsFirst } from '../shown-claim';
import { PanelFrame } from './panel-frame';
import { usePanel } from './use-panel';

const KINDS = optionsOf(RELATIONS, (kind) => `${RELATION_FACTS[kind].sign} ${RELATION_FACTS[kind].label}`);
const NO_WORDS = { picked: RELATIONS[0] as string, note: '' };

/** How the open claim bears on others: pick the kind, then the other claim, by its number or by pressing it. Each act is saved at once. */
export function RelationsPanel({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const { claims } = useView();
  const { draft, change, restart } = usePanel(claim, 'relations', { words: NO_WORDS });
  const [number, setNumber] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const { picked, note } = draft.words ?? NO_WORDS;
  const kind: RelationKind = RELATIONS.find((one) => one === picked) ?? 'contradicts';

  function draw(otherId: string): void {
    const fault = drawRelation(session, claim, { kind, otherId, note: note.trim() });
    setRefusal(fault);
    if (fault !== null) return;
    setNumber('');
    restart({ words: { picked, note: '' } });
  }

  function drawByNumber(): void {
    const other = claims.find((one) => isNumbered(one) && String(one.number) === number.trim());
    if (other !== undefined) draw(other.id);
    else
      setRefusal(
        number.trim() === ''
          ? 'Type a claim’s number, or press a claim in the text or the list.'
          : `There is no claim ${number.trim()} here.`,
      );
  }

  // A claim that is pressed while the panel is open is the other one.
  useEffect(() => {
    session.pickClaim = draw;
    return () => {
      session.pickClaim = null;
    };
  });

  return (
    <PanelFrame claim={claim} title="Relations" onEnter={drawByNumber}>
      <RelationList claim={claim} />
      <div className="panel-fields">
        <ChoiceField
          label={claimWordsFirst(claim)}
          value={kind}
          options={KINDS}
          onChange={(value) => change({ words: { picked: value, note } })}
        />
        <LineField
          first
          label="Claim"
          value={number}
          max={9}
          placeholder="its number, or press it"
          error={refusal ?? undefined}
          onChange={(value) => {
            setNumber(value);
            setRefusal(null);
          }}
        />
        <LineField label="Note" value={note} max={EVIDENCE_TEXT_MAX} onChange={(words) => change({ words: { picked, note: words } })} />
        <div className="panel-acts">
          <Button type="submit" size="s" tone="primary">
            Add the relation
          </Button>
        </div>
      </div>
    </PanelFrame>
  );
}

/** All that hold, whichever side they were drawn from. */
function RelationList({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const relations = session.standing().relations().get(claim.id) ?? [];
  if (relations.length === 0) return <p className="panel-none">It bears on no other claim yet.</p>;
  return (
    <ul className="relation-list">
      {relations.map((relation) => {
        const other = session.find(relation.claimId);
        const { sign, label } = RELATION_FACTS[relation.kind];
        if (other === null) return null;
        return (
          <li key={`${relation.kind} ${relation.claimId}`} data-kind={relation.kind}>
            <span className="relation-sign" aria-hidden="true">
              {sign}
            </span>
            <span>{label}</span>
            <OtherClaim claim={other} />
            <Button
              size="s"
              tone="quiet"
              className="sp"
              aria-label={`Remove: ${label} ${claimWords(other)}`}
              onClick={() => {
                flushSync(() => removeRelation(session, claim, relation));
                focusPanel(claim.id);
              }}
            >
              Remove
            </Button>
            {relation.note === '' ? null : <p dir="auto">{relation.note}</p>}
          </li>
        );
      })}
    </ul>
  );
}
