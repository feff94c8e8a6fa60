import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { type DetailValues, differingParts } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type DetailField } from '@/lib/claims/details/details';
import type { MergeField } from '@/lib/claims/merge-values';
import { differingFields, TAG_FIELDS, type TagField, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import { eventOfEdit } from '@/lib/claims/transitions';
import type { Values } from '../outbox/entry';
import { type Conflict, editConflict, keepMine, takeTheirs } from '../session/conflict-acts';
import { DETAIL_LABELS, partLines, partLinesApart } from '../session/detail-lines';
import { changeWords, fieldWords } from '../session/merge-words';
import { useSession } from '../session/session-context';

const FIELD_LABELS: Readonly<Record<TagField, string>> = {
  spans: 'Words',
  sourceType: 'Source type',
  source: 'Source',
  confidence: 'Confidence',
  note: 'Note',
};

/** Two versions of one claim, field by field, and the choice between them. Nothing is overwritten before it is made. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { theirs, mine, number, who } = conflict;
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
          <BothVersions theirs={theirs} mine={mine} own={own} clashes={conflict.merged?.clashes ?? null} />
        )}
        <Rest conflict={conflict} />
      </div>
      <footer>
        {mine === null && theirs === null ? null : (
          <Button size="s" tone="primary" onClick={() => keepMine(session, conflict)}>
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

/** The fields to choose in: those that clash, or all that differ where `clashes` is null or nothing does. */
function BothVersions({
  theirs,
  mine,
  own,
  clashes,
}: {
  theirs: Claim;
  mine: Values;
  own: boolean;
  clashes: readonly MergeField[] | null;
}) {
  const session = useSession();
  const { data } = session;
  const theirTag = toTagValues(theirs);
  const asked = clashes === null || clashes.length === 0 ? null : clashes;
  const asks = (field: TagField | DetailField) => asked === null || asked.includes(field === 'sourceType' ? 'source' : field);
  const differing = differingFields(theirTag, mine.tag).filter(asks);
  const { details = {} } = mine;
  const parts = differingParts(theirs, details).filter(asks);
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col">
            {own ? 'There' : 'Theirs'}
            <span className="when">
              {own ? null : (
                <>
                  <bdi>{theirs.lastEditedBy.name}</bdi>,{' '}
                </>
              )}
              <RelativeTime at={theirs.updatedAt} />
            </span>
          </th>
          <th scope="col">
            {own ? 'Here' : 'Mine'} <span className="when">not saved yet</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {TAG_FIELDS.filter((field) => asks(field) && (field !== 'note' || differing.includes(field) || theirs.note !== '')).map((field) => (
          <VersionRow
            key={field}
            label={FIELD_LABELS[field]}
            theirs={<FieldValue tag={theirTag} field={field} text={data.revision.text} />}
            mine={differing.includes(field) ? <FieldValue tag={mine.tag} field={field} text={data.revision.text} /> : null}
          />
        ))}
        {partsOf(details)
          .filter(asks)
          .map((part) => {
            const differs = parts.includes(part);
            const [there, here] = differs ? partLinesApart(part, theirs, details, session) : [partLines(part, theirs, session), []];
            return (
              <VersionRow
                key={part}
                label={DETAIL_LABELS[part]}
                theirs={<Lines lines={there} />}
                mine={differs ? <Lines lines={here} /> : null}
              />
            );
          })}
      </tbody>
    </table>
  );
}

/** `mine` is null where both say the same. */
function VersionRow({ label, theirs, mine }: { label: string; theirs: ReactNode; mine: ReactNode | null }) {
  return (
    <tr data-differs={mine !== null || undefined}>
      <th scope="row">{label}</th>
      <td dir="auto" {...(mine === null ? { colSpan: 2, className: 'same' } : {})}>
        {theirs}
      </td>
      {mine === null ? null : <td dir="auto">{mine}</td>}
    </tr>
  );
}

function partsOf(details: DetailValues | undefined): readonly DetailField[] {
  return DETAIL_FIELDS.filter((part) => details?.[part] !== undefined);
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return 'none';
  return (
    <ul>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same
        <li key={at} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

function FieldValue({ tag, field, text }: { tag: TagValues; field: TagField; text: string }) {
  switch (field) {
    case 'spans':
      return <span className="quoted">{tag.spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}</span>;
    case 'sourceType':
      return SOURCE_TYPE_FACTS[tag.sourceType].label;
    case 'source':
      return tag.source === null ? 'none' : tag.source.name;
    case 'confidence':
      return CONFIDENCE_FACTS[tag.confidence].label;
    case 'note':
      return tag.note === '' ? 'none' : tag.note;
  }
}
