import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { type Conflict, editConflict, keepMine, takeTheirs } from '../session/conflict-acts';
import { useSession } from '../session/session-context';
import { differingFields, TAG_FIELDS, type TagField, type TagValues, toTagValues } from '../tag-values';

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
  const { theirs, mine, number } = conflict;
  return (
    <section id={`card-${conflict.claimId}`} className="card open-card conflict-card" aria-labelledby="conflict-title">
      <div className="card-scroll">
        <h2 id="conflict-title" ref={heading} tabIndex={-1} className="card-head card-title">
          {theirs === null
            ? `Claim ${number} was deleted while you were editing.`
            : `${theirs.lastEditedBy.name} changed claim ${number} while you were editing.`}
        </h2>
        {theirs === null || mine === null ? (
          <OneSided conflict={conflict} />
        ) : (
          <BothVersions conflict={conflict} theirs={toTagValues(theirs)} mine={mine} />
        )}
      </div>
      <footer>
        {mine === null && theirs === null ? null : (
          <Button size="s" tone="primary" onClick={() => keepMine(session, conflict)}>
            {theirs === null ? 'Keep mine as a new claim' : mine === null ? 'Delete it anyway' : 'Keep mine'}
          </Button>
        )}
        <Button size="s" onClick={() => takeTheirs(session, conflict)}>
          {theirs === null ? 'Let it go' : 'Take theirs'}
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
  const { data } = useSession();
  const shown = theirs === null ? mine : toTagValues(theirs);
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
              <FieldValue tag={shown} field={field} text={data.revision.text} />
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

function BothVersions({ conflict, theirs, mine }: { conflict: Conflict; theirs: TagValues; mine: TagValues }) {
  const { data } = useSession();
  const differing = differingFields(theirs, mine);
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col">
            Theirs
            {conflict.theirs === null ? null : (
              <span className="when">
                <bdi>{conflict.theirs.lastEditedBy.name}</bdi>, <RelativeTime at={conflict.theirs.updatedAt} />
              </span>
            )}
          </th>
          <th scope="col">
            Mine <span className="when">not saved yet</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {TAG_FIELDS.map((field) => {
          const differs = differing.includes(field);
          if (!differs && field === 'note' && theirs.note === '') return null;
          return (
            <tr key={field} data-differs={differs || undefined}>
              <th scope="row">{FIELD_LABELS[field]}</th>
              {differs ? (
                <>
                  <td dir="auto">
                    <FieldValue tag={theirs} field={field} text={data.revision.text} />
                  </td>
                  <td dir="auto">
                    <FieldValue tag={mine} field={field} text={data.revision.text} />
                  </td>
                </>
              ) : (
                <td colSpan={2} dir="auto" className="same">
                  <FieldValue tag={mine} field={field} text={data.revision.text} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
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
