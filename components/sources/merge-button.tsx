'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { MergeDialog } from './merge-dialog';
import type { SourceHandle } from './source-handle';

export function MergeButton({ source }: { source: SourceHandle }) {
  const [open, setOpen] = useState(false);
  return (
    <MergeDialog
      source={source}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="s" shortcut="m" aria-keyshortcuts="m" data-act="merge">
          Merge…
        </Button>
      }
    />
  );
}
