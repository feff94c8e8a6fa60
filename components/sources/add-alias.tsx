'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { addAlias } from '@/lib/sources/actions';
import { addAliasInput } from '@/lib/sources/schema';
import type { Source } from '@/lib/sources/source';
import { ActDialog } from './act-dialog';
import { MergeDialog } from './merge-dialog';
import type { SourceHandle } from './source-handle';

/** One more name. Where another source bears it, the two can be merged instead. */
export function AddAlias({ source, mayMerge }: { source: SourceHandle; mayMerge: boolean }) {
  const [open, setOpen] = useState(false);
  const [alias, setAlias] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [rival, setRival] = useState<string | null>(null);
  const { busy, error, act, forget } = useAct(addAlias);
  const bearer = error?.code === 'INVALID' ? (error.current as Source | undefined) : undefined;

  async function send(): Promise<void> {
    const checked = addAliasInput.shape.alias.safeParse(alias);
    setFault(checked.success ? null : (checked.error.issues[0]?.message ?? 'This is no name.'));
    if (!checked.success) return;
    const saved = await act({ sourceId: source.id, version: source.version, alias: checked.data });
    if (saved === null) return;
    setOpen(false);
    setAlias('');
    toast(`“${source.name}” is found as “${checked.data}” too.`);
  }

  return (
    <>
      <ActDialog
        title="Add another name"
        description={
          <>
            Whoever writes it in a claim means <bdi className="quoted">{source.name}</bdi>.
          </>
        }
        trigger={
          <Button tone="quiet" size="s" shortcut="+" aria-keyshortcuts="+" data-act="alias">
            Add an alias
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          forget();
        }}
        busy={busy}
        error={error}
        remedy={
          bearer !== undefined && mayMerge ? (
            <Button
              size="s"
              onClick={() => {
                setOpen(false);
                setRival(bearer.name);
              }}
            >
              Merge with “{bearer.name}”…
            </Button>
          ) : undefined
        }
        submit="Add it"
        onSubmit={() => void send()}
      >
        <TextField
          label="Name"
          dir="auto"
          autoComplete="off"
          value={alias}
          error={fault}
          onChange={({ target }) => {
            setAlias(target.value);
            setFault(null);
          }}
        />
      </ActDialog>
      {rival === null ? null : <MergeDialog source={source} query={rival} open onOpenChange={(next) => next || setRival(null)} />}
    </>
  );
}
