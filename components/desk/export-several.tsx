'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePart } from '@/components/ui/use-part';

const load = () => import('./export-several-dialog');

type ExportSeveralProps = { userId: string; articles: readonly { readonly id: string; readonly title: string }[]; more: number };

/** Several articles of the list as one file: the button, whose dialog is loaded apart. `more` match and cannot be chosen here. */
export function ExportSeveral({ userId, articles, more }: ExportSeveralProps) {
  const [open, setOpen] = useState(false);
  const part = usePart(load, open);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Export several…
      </Button>
      {part === null || !open ? null : (
        <part.ExportSeveralDialog userId={userId} articles={articles} more={more} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
