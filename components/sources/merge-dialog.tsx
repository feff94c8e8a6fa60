'use client';

import { useRouter } from 'next/navigation';
import { type HTMLAttributes, type ReactElement, useState } from 'react';
import { useActorId } from '@/components/acting/acting-as';
import { useAct } from '@/components/acting/use-act';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { mergeSource, splitSource } from '@/lib/claims/merging/actions';
import { sendOnce } from '@/lib/delivery/send-once';
import { newId } from '@/lib/kernel/ids';
import { SOURCE_KIND_LABELS, type SourceOption } from '@/lib/sources/source';
import { counted } from '@/lib/text/counted';
import { ActDialog } from './act-dialog';
import type { SourceHandle } from './source-handle';
import { SourcePicker } from './source-picker';

type MergeDialogProps = {
  source: SourceHandle;
  /** What is looked for at first: a name this source was to bear, so that this one is the one to stay. */
  query?: string;
  trigger?: ReactElement<HTMLAttributes<HTMLElement>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Picks the other source and which of the two names stays. */
export function MergeDialog({ source, query = '', trigger, open, onOpenChange }: MergeDialogProps) {
  const router = useRouter();
  const actorId = useActorId();
  const [other, setOther] = useState<SourceOption | null>(null);
  const [stays, setStays] = useState<'other' | 'this'>(query === '' ? 'other' : 'this');
  const [missing, setMissing] = useState(false);
  const { busy, error, act, forget } = useAct(mergeSource, { leaves: true });

  async function send(): Promise<void> {
    setMissing(other === null);
    if (other === null) return;
    const [from, into] = stays === 'other' ? [source, other] : [other, source];
    const done = await act({ sourceId: from.id, version: from.version, intoId: into.id, intoVersion: into.version });
    if (done === null) return;
    onOpenChange(false);
    setOther(null);
    if (into.id === source.id) router.refresh();
    else router.push(`/sources/${into.id}`);
    const undo = async () => {
      const back = await sendOnce(splitSource, { key: newId(), actorId, sourceId: done.merged.id, version: done.merged.version });
      // What did not work out stands on the page too: the source is still listed there, with its button.
      if (!back.ok) toast(`Not undone. ${back.error.message} “Split off” on the page does the same.`);
      else if (into.id !== source.id) return router.push(`/sources/${source.id}`);
      router.refresh();
    };
    toast(`“${from.name}” is merged into “${into.name}”.`, { action: { label: 'Undo', run: () => void undo() } });
  }

  return (
    <ActDialog
      title="Merge with another source"
      description="For two sources that are one. It can be undone later, unless an approved grade rests on it by then."
      {...(trigger === undefined ? {} : { trigger })}
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        forget();
        setMissing(false);
      }}
      busy={busy}
      error={error}
      submit="Merge"
      onSubmit={() => void send()}
    >
      <SourcePicker
        label="The other source"
        query={query}
        except={source.id}
        chosen={other}
        error={missing ? 'Choose the source it is the same as.' : null}
        onChoose={(option) => {
          setOther(option);
          setMissing(false);
          forget();
        }}
      />
      {other === null ? null : <Consequence source={source} other={other} stays={stays} onStays={setStays} />}
    </ActDialog>
  );
}

type ConsequenceProps = { source: SourceHandle; other: SourceOption; stays: 'other' | 'this'; onStays: (stays: 'other' | 'this') => void };

function Consequence({ source, other, stays, onStays }: ConsequenceProps) {
  const [from, into] = stays === 'other' ? [source, other] : [other, source];
  const claims = stays === 'other' ? source.claims : other.claimsOnDesk;
  return (
    <>
      <Segmented
        legend="Which one stays"
        showLegend
        name="stays"
        value={stays}
        onChange={onStays}
        segments={[
          { value: 'other', label: <bdi className="max-w-44 truncate">{other.name}</bdi> },
          { value: 'this', label: <bdi className="max-w-44 truncate">{source.name}</bdi> },
        ]}
      />
      <div className="grid gap-1 text-ink-2">
        <p className="break-words">
          {claims === 0 ? 'No claim' : counted(claims, 'claim')} of “<bdi>{from.name}</bdi>” will be read as{' '}
          {claims === 1 ? 'one' : 'claims'} of “<bdi>{into.name}</bdi>”, which then goes by both names. No claim is changed.
        </p>
        {from.kind === into.kind ? null : (
          <p>
            <b className="text-ink">Not the same kind:</b> {SOURCE_KIND_LABELS[from.kind].toLowerCase()} and{' '}
            {SOURCE_KIND_LABELS[into.kind].toLowerCase()}. The second stays.
          </p>
        )}
        {from.grade === into.grade || from.grade === null ? null : (
          <p>
            {into.grade === null ? (
              <>
                <b className="text-ink">Graded {from.grade}:</b> the grade counts for both.
              </>
            ) : (
              <>
                <b className="text-ink">
                  Graded {from.grade} and {into.grade}:
                </b>{' '}
                the newer one counts, both stay in the history.
              </>
            )}
          </p>
        )}
        {into.retracted && !from.retracted ? (
          <p>
            <b className="text-alarm">Retracted:</b> claims of “<bdi>{from.name}</bdi>” will lean on a retracted source.
          </p>
        ) : null}
      </div>
    </>
  );
}
