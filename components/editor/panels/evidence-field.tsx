import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  EVIDENCE_MAX,
  EVIDENCE_TEXT_MAX,
  type Evidence,
  lacksLocator,
  STANCE_LABELS,
  STANCES,
  URL_MAX,
} from '@/lib/claims/evidence';
import { newId } from '@/lib/kernel/ids';
import { ChoiceField, LineField, optionsOf } from '../fields';

const KINDS = optionsOf(EVIDENCE_KINDS, (kind) => EVIDENCE_KIND_LABELS[kind]);
const STANCE_OPTIONS = optionsOf(STANCES, (stance) => STANCE_LABELS[stance]);
const UNKNOWN = 'unknown';

type EvidenceFieldProps = {
  evidence: readonly Evidence[];
  groups: readonly OriginGroup[];
  /** The piece that stands in the way of saving: it shows its fields, so that it can be mended. */
  faultAt: number | null;
  onChange: (evidence: readonly Evidence[]) => void;
};

/** What a finding leans on, piece by piece. One shows its fields; the others are a line. */
export function EvidenceField({ evidence, groups, faultAt, onChange }: EvidenceFieldProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);

  /** Draws the change at once, so that the keyboard can follow it. */
  function take(next: readonly Evidence[], open: string | null, control: string): void {
    flushSync(() => {
      setOpenId(open);
      onChange(next);
    });
    root.current?.querySelector<HTMLElement>(control)?.focus();
  }

  function add(): void {
    const piece = newEvidence();
    take([...evidence, piece], piece.id, '.link-fields select');
  }

  return (
    <fieldset ref={root} className="evidence">
      <legend className="label">Evidence</legend>
      <ol>
        {evidence.map((piece, at) => (
          <li key={piece.id}>
            <div className="evidence-line">
              <button
                type="button"
                className="chain-open"
                aria-expanded={openId === piece.id || faultAt === at}
                onClick={() => setOpenId(openId === piece.id ? null : piece.id)}
              >
                <span className="text-ink-3">{STANCE_LABELS[piece.stance]}</span>
                <bdi className="truncate">{piece.title === '' ? `Evidence ${at + 1}` : piece.title}</bdi>
                {lacksLocator(piece) ? <span className="flex-none text-ink-3">no locator</span> : null}
              </button>
              <button
                type="button"
                className="chain-remove"
                aria-label={`Remove evidence ${at + 1}`}
                onClick={() => take(evidence.toSpliced(at, 1), null, '.evidence-add')}
              >
                <span aria-hidden="true">×</span>
              </button>
            </div>
            {openId === piece.id || faultAt === at ? (
              <PieceFields piece={piece} groups={groups} onChange={(next) => onChange(evidence.with(at, next))} />
            ) : null}
          </li>
        ))}
      </ol>
      {evidence.length < EVIDENCE_MAX ? (
        <Button size="s" className="evidence-add" onClick={add}>
          Add evidence
        </Button>
      ) : (
        <p className="definition">A claim has at most {EVIDENCE_MAX} pieces of evidence.</p>
      )}
    </fieldset>
  );
}

type PieceFieldsProps = { piece: Evidence; groups: readonly OriginGroup[]; onChange: (piece: Evidence) => void };

function PieceFields({ piece, groups, onChange }: PieceFieldsProps) {
  const change = (different: Partial<Evidence>) => onChange({ ...piece, ...different });
  const origins = [{ value: UNKNOWN, label: 'Not known' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div className="link-fields">
      <ChoiceField label="Stance" value={piece.stance} options={STANCE_OPTIONS} onChange={(stance) => change({ stance })} />
      <ChoiceField label="Kind" value={piece.kind} options={KINDS} onChange={(kind) => change({ kind })} />
      <LineField label="Title" value={piece.title} max={EVIDENCE_TEXT_MAX} onChange={(title) => change({ title })} />
      <LineField
        label="Address"
        type="url"
        value={piece.url ?? ''}
        max={URL_MAX}
        placeholder="https://"
        onChange={(url) => change({ url: orNull(url) })}
      />
      <LineField
        label="Archived at"
        type="url"
        value={piece.archivedUrl ?? ''}
        max={URL_MAX}
        placeholder="https://"
        onChange={(url) => change({ archivedUrl: orNull(url) })}
      />
      <LineField
        label="Where in it"
        value={piece.locator}
        max={EVIDENCE_TEXT_MAX}
        placeholder="page, minute, paragraph"
        onChange={(locator) => change({ locator })}
      />
      <LineField
        label="Looked at"
        type="date"
        value={piece.retrievedOn ?? ''}
        max={10}
        onChange={(day) => change({ retrievedOn: orNull(day) })}
      />
      <ChoiceField
        label="Origin"
        value={piece.originGroupId ?? UNKNOWN}
        options={origins}
        onChange={(id) => change({ originGroupId: id === UNKNOWN ? null : id })}
      />
    </div>
  );
}

function orNull(value: string): string | null {
  return value.trim() === '' ? null : value.trim();
}

/** The day it was looked at is today, where the person is, until they say otherwise. */
function newEvidence(): Evidence {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return {
    id: newId(),
    kind: 'url',
    title: '',
    url: null,
    archivedUrl: null,
    locator: '',
    retrievedOn: today,
    originGroupId: null,
    stance: 'supports',
  };
}
