import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MergeField } from '@/lib/claims/merge-values';
import { TAG_FIELDS, toTagValues } from '@/lib/claims/tag-values';
import { eventOfEdit } from '@/lib/claims/transitions';
import { type Conflict, editConflict, keepMine, takeTheirs } from '../session/conflict-acts';
import { DETAIL_LABELS, partLines } from '../session/detail-lines';
import { changeWords, fieldWords } from '../session/merge-words';
import { useSession } from '../session/session-context';
import { BothVersions, FIELD_LABELS, FieldValue, Lines, partsOf } from './versions-table';

/** Two versions of one claim, field by field, and the choice between them. Nothing is overwritten before it is made. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { theirs, mine, number, who } = conflict;
  const clashes = conflict.merged?.clashes ?? [];
  // Where several fields clash each can be taken from either side.
  const [picked, setPicked] = useState<ReadonlySet<MergeField>>(() => new Set(clashes));
  const pick = (field: MergeField, side: 'mine' | 'theirs') =>
    setPicked(new Set(clashes.filter((one) => (one === field ? side === 'mine' : picked.has(one)))));
  const mixed = picked.size > 0 && picked.size < clashes.length;
  const own = theirs !== null && theirs.lastEditedBy.id === session.data.actor.userId;
  return (
    <section id={`card-${conflict.claimId}`} className="card open-card conflict-card" aria-labelledby="conflict-title">
      <div className="card-scroll">
        <h2 id="conflict-title" ref={heading} tabIndex={-1} className="card-head card-title">
          {theirs === null ? `Claim ${number} was deleted while you were editing.` : `${who} while you were editing.`}
        </h2>
        {theirs === null || mine === null ? (
          <OneSided conflict={conflict} />
        ) : (
          <BothVersions
            theirs={theirs}
            mine={mine}
            own={own}
            clashes={conflict.merged?.clashes ?? null}
            picking={clashes.length > 1 ? { mine: picked, pick } : null}
          />
        )}
        <Rest conflict={conflict} />
      </div>
      <footer>
        {mixed ? (
          <Button size="s" tone="primary" onClick={() => keepMine(session, conflict, [...picked])}>
            Keep what is chosen
          </Button>
        ) : null}
        {mine === null && theirs === null ? null : (
          <Button size="s" tone={mixed ? 'plain' : 'primary'} onClick={() => keepMine(session, conflict)}>
            {theirs === null ? 'Keep mine as a new claim' : mine === null ? 'Delete it anyway' : 'Keep mine'}
          </Button>
        )}
        <Button size="s" onClick={() => takeTheirs(session, conflict)}>
          {theirs === null ? 'Let it go' : own ? 'Take the other' : 'Take theirs'}
        </Button>
        {theirs === null || mine === null ? null : (
          <Button size="s" tone="quiet" className="sp" onClick={() => editConflict(session, conflict)}>
            Edit…
          </Button>
        )}
      </footer>
    </section>
  );
}

function OneSided({ conflict: { theirs, mine } }: { conflict: Conflict }) {
  const session = useSession();
  const { data } = session;
  const shown = theirs === null ? mine : { tag: toTagValues(theirs), details: {} };
  return (
    <div className="px-3.5 pb-3">
      <p className="pb-2 text-ink-2">
        {theirs === null ? (
          'You had changed it to this:'
        ) : (
          <>
            You wanted to delete it. It now says this, since <RelativeTime at={theirs.updatedAt} />:
          </>
        )}
      </p>
      {shown === null ? null : (
        <dl className="card-facts flush">
          {TAG_FIELDS.map((field) => (
            <FieldRow key={field} label={FIELD_LABELS[field]}>
              <FieldValue tag={shown.tag} field={field} text={data.revision.text} />
            </FieldRow>
          ))}
          {partsOf(shown.details).map((part) => (
            <FieldRow key={part} label={DETAIL_LABELS[part]}>
              <Lines lines={partLines(part, shown.details ?? {}, session)} />
            </FieldRow>
          ))}
        </dl>
      )}
    </div>
  );
}

function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** What is not in question: it is saved whichever is chosen. */
function Rest({ conflict: { theirs, merged } }: { conflict: Conflict }) {
  const { data } = useSession();
  if (theirs === null || merged === null) return null;
  const decided = eventOfEdit(theirs.state) !== null;
  return (
    <>
      {decided ? <p className="px-3.5 pb-2 text-ink-2">Saving a change hands it back to review.</p> : null}
      {merged.mine.length === 0 || merged.clashes.length === 0 ? null : (
        <p className="px-3.5 pb-2 text-ink-2">Your change of {fieldWords(merged.mine)} is saved either way.</p>
      )}
      {merged.theirs.length === 0 ||
      merged.clashes.length === 0 ||
      merged.theirs.every((field) => merged.clashes.includes(field)) ? null : (
        <p className="px-3.5 pb-2 text-ink-2">
          It also has{' '}
          {changeWords(
            theirs,
            merged.theirs.filter((field) => !merged.clashes.includes(field)),
            data.actor.userId,
          )}
          .
        </p>
      )}
    </>
  );
}
