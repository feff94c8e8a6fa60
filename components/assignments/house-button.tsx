'use client';

import { useId, useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { saveHouse } from '@/lib/report/house/actions';
import { HOUSE_NAME_MAX, type House, LOGO_ALT_MAX, LOGO_BYTES_MAX, LOGO_SIDE_MAX, type Picture } from '@/lib/report/house/house';
import { toPicture } from '@/lib/report/house/picture';

const KEPT = `PNG or JPEG, at most ${LOGO_BYTES_MAX / 1000} kB and ${LOGO_SIDE_MAX} pixels a side. Where and with what it was made is taken out of it.`;

/** Under which name and sign the desk hands its reports over. */
export function HouseButton({ now }: { now: House }) {
  const fileId = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(now.name);
  const [logo, setLogo] = useState<Picture | null>(now.logo);
  const [alt, setAlt] = useState(now.logo?.alt ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const { busy, error, act, forget } = useAct(saveHouse);
  const lacksAlt = logo !== null && alt.trim() === '';
  const [tried, setTried] = useState(false);

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    // A file of any size is not read to say that it is too large.
    const made = toPicture(new Uint8Array(await file.slice(0, LOGO_BYTES_MAX + 1).arrayBuffer()));
    setFault(made.ok ? null : made.error.message);
    if (made.ok) setLogo(made.value);
  }

  async function save(): Promise<void> {
    setTried(true);
    if (lacksAlt) return;
    const sent = logo === null ? 'none' : logo.base64 === now.logo?.base64 ? 'keep' : { base64: logo.base64 };
    if ((await act({ version: now.version, name, logo: sent, alt: logo === null ? '' : alt })) === null) return;
    setOpen(false);
    toast('Reports go out under this name and logo from now on.');
  }

  return (
    <FormDialog
      title="Name and logo of reports"
      description="At the head of every report that is exported or published from now on. What is published already stays as it is."
      trigger={<Button size="s">Name and logo of reports…</Button>}
      open={open}
      onOpenChange={(next) => {
        if (next) {
          setName(now.name);
          setLogo(now.logo);
          setAlt(now.logo?.alt ?? '');
          setFault(null);
          setTried(false);
        }
        setOpen(next);
        forget();
      }}
      busy={busy}
      submit="Save"
      onSubmit={() => void save()}
    >
      <TextField
        label="Name of the house"
        hint="Empty: the name of the desk."
        dir="auto"
        maxLength={HOUSE_NAME_MAX}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Field id={fileId} label="Logo" hint={KEPT} error={fault}>
        {logo === null ? null : (
          <div className="flex flex-wrap items-center gap-3">
            {/* biome-ignore lint/performance/noImgElement: a picture of a few kB that is in the page already */}
            <img
              src={`data:${logo.mediaType};base64,${logo.base64}`}
              alt={alt}
              width={logo.width}
              height={logo.height}
              className="h-auto max-h-14 w-auto max-w-60 rounded-m bg-[#fff] p-1.5"
            />
            <Button size="s" onClick={() => setLogo(null)}>
              No logo
            </Button>
          </div>
        )}
        <input
          id={fileId}
          type="file"
          accept="image/png,image/jpeg"
          className="input"
          aria-describedby={fault === null ? `${fileId}-hint` : `${fileId}-error ${fileId}-hint`}
          aria-invalid={fault !== null || undefined}
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
      </Field>
      {logo === null ? null : (
        <TextField
          label="What the logo shows"
          hint="Read to those who do not see it."
          error={tried && lacksAlt ? 'Say what it shows, such as the name that is written in it.' : null}
          dir="auto"
          maxLength={LOGO_ALT_MAX}
          value={alt}
          onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        />
      )}
      {error === null ? null : <ErrorNote title="Not saved yet.">{error.message}</ErrorNote>}
    </FormDialog>
  );
}
