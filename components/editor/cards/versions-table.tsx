import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { type DetailValues, differingParts } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type DetailField } from '@/lib/claims/details/details';
import type { MergeField } from '@/lib/claims/merge-values';
import { differingFields, TAG_FIELDS, type TagField, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import type { Values } from '../outbox/entry';
import { DETAIL_LABELS, partLines, partLinesApart } from '../session/detail-lines';
import { useSession } from '../session/session-context';

export const FIELD_LABELS: Readonly<Record<TagField, string>> = {
  spans: 'Words',
  sourceType: 'Source type',
  source: 'Source',
  confidence: 'Confidence',
  note: 'Note',
};

/** Which side each clashing field is taken from, where they can be chosen one by one. */
export type Picking = { readonly mine: ReadonlySet<MergeField>; readonly pick: (field: MergeField, side: Side) => void };
export type Side = 'mine' | 'theirs';

type BothVersionsProps = {
  theirs: Claim;
  mine: Values;
  own: boolean;
  clashes: readonly MergeField[] | null;
  picking: Picking | null;
};

/** The fields to choose in: those that clash, or all that differ where `clashes` is null or nothing does. */
export function BothVersions({ theirs, mine, own, clashes, picking }: BothVersionsProps) {
  const session = useSession();
  const { data } = session;
  const theirTag = toTagValues(theirs);
  const asked = clashes === null || clashes.length === 0 ? null : clashes;
  const asks = (field: TagField | DetailField) => asked === null || asked.includes(toMergeField(field));
  // A source belongs to its type: one choice for the two.
  const pickOf = (field: TagField | DetailField) =>
    picking === null ? null : { side: sideOf(picking, toMergeField(field)), pick: (side: Side) => picking.pick(toMergeField(field), side) };
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
            name={field}
            picked={pickOf(field)}
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
                name={part}
                picked={pickOf(part)}
                theirs={<Lines lines={there} />}
                mine={differs ? <Lines lines={here} /> : null}
              />
            );
          })}
      </tbody>
    </table>
  );
}

type VersionRowProps = {
  label: string;
  name: string;
  theirs: ReactNode;
  /** Null where both say the same. */
  mine: ReactNode | null;
  picked: { readonly side: Side; readonly pick: (side: Side) => void } | null;
};

function VersionRow({ label, name, theirs, mine, picked }: VersionRowProps) {
  const cell = (side: Side, shown: ReactNode) => (
    <td dir="auto" data-picked={picked?.side === side || undefined}>
      {picked === null ? (
        shown
      ) : (
        <label>
          <input
            type="radio"
            name={`version-${name}`}
            aria-label={`${label}: ${side}`}
            checked={picked.side === side}
            onChange={() => picked.pick(side)}
          />
          <span>{shown}</span>
        </label>
      )}
    </td>
  );
  return (
    <tr data-differs={mine !== null || undefined}>
      <th scope="row">{label}</th>
      {mine === null ? (
        <td dir="auto" colSpan={2} className="same">
          {theirs}
        </td>
      ) : (
        <>
          {cell('theirs', theirs)}
          {cell('mine', mine)}
        </>
      )}
    </tr>
  );
}

function toMergeField(field: TagField | DetailField): MergeField {
  return field === 'sourceType' ? 'source' : field;
}

function sideOf({ mine }: Picking, field: MergeField): Side {
  return mine.has(field) ? 'mine' : 'theirs';
}

export function partsOf(details: DetailValues | undefined): readonly DetailField[] {
  return DETAIL_FIELDS.filter((part) => details?.[part] !== undefined);
}

export function Lines({ lines }: { lines: readonly string[] }) {
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

export function FieldValue({ tag, field, text }: { tag: TagValues; field: TagField; text: string }) {
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
