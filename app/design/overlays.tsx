'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { KeySheet } from '@/components/ui/key-sheet';
import { Menu, MenuItem, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { Row, Section } from './specimen';

const KEYS = [
  { title: 'Move', rows: [{ keys: ['j', '↓'], does: 'Next sentence' }] },
  { title: 'Claims', rows: [{ keys: ['u', 'Ctrl z'], does: 'Undo' }] },
];

export function Overlays() {
  const [keysOpen, setKeysOpen] = useState(false);
  return (
    <Section title="What floats">
      <Row name="dialog">
        <Dialog
          title="Return claim 8"
          description="The checker sees the reason beside the claim."
          trigger={<Button>Return…</Button>}
          footer={
            <>
              <DialogClose>Cancel</DialogClose>
              <Button tone="primary" shortcut="Ctrl ↵">
                Return
              </Button>
            </>
          }
        >
          <TextArea label="Reason" />
        </Dialog>
      </Row>
      <Row name="sheet of keys">
        <Button shortcut="?" onClick={() => setKeysOpen(true)}>
          All keys
        </Button>
        <KeySheet title="Keys" description="While the text has focus." groups={KEYS} open={keysOpen} onOpenChange={setKeysOpen} />
      </Row>
      <Row name="menu">
        <Menu align="start" trigger={<Button>Export</Button>}>
          <MenuNote>Approved claims only</MenuNote>
          <MenuSeparator />
          <MenuItem onSelect={() => toast('Exported')} shortcut="e">
            Report
          </MenuItem>
          <MenuLink href="/design">Spreadsheet</MenuLink>
          <MenuItem onSelect={() => {}} disabled>
            Not available
          </MenuItem>
        </Menu>
      </Row>
      <Row name="toast">
        <Button onClick={() => toast('Claim 8 deleted', { action: { label: 'Undo', run: () => toast('Claim 8 is back') } })}>Delete</Button>
        <Button onClick={() => toast('Link copied')}>Copy</Button>
      </Row>
    </Section>
  );
}
