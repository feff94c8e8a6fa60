'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { KeySheet } from '@/components/ui/key-sheet';
import { isForElsewhere } from '@/components/ui/keys-elsewhere';
import { areSingleKeysOn, useSingleKeys } from '@/components/ui/single-keys';
import { printPress, toPressed } from '@/lib/keys/press';
import { FIND_ID, REGISTRY_ID } from './element-ids';
import { findSourceCommand, SOURCE_KEYS, type SourceCommand } from './source-keys';

const ROWS = SOURCE_KEYS.map(({ keys, does }) => ({ keys: keys.map(([press]) => printPress(press)), does }));

/** The place in the list and the keys; each presses the button or link that stands on the page, so that none does what cannot be seen. */
export function SourceFoot({ place, acts }: { place: string; acts: readonly SourceCommand[] }) {
  const [sheetOpen, setSheetOpen] = useState(false);
  const [singleKeys] = useSingleKeys();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !areSingleKeysOn()) return;
    if (isForElsewhere(event)) return;
    const command = findSourceCommand(toPressed(event));
    if (command === null || (event.repeat && command !== 'next' && command !== 'previous')) return;
    event.preventDefault();
    if (command === 'help') setSheetOpen(true);
    else if (command === 'find') focusFind();
    else if (command === 'next' || command === 'previous') step(command === 'next' ? 1 : -1);
    else document.querySelector<HTMLElement>(`[data-act="${command}"]`)?.click();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const hints = SOURCE_KEYS.flatMap(({ keys, foot }) => {
    const shown = keys.filter(([, command]) => command === 'next' || command === 'previous' || acts.includes(command));
    return foot === undefined || shown.length === 0 ? [] : [{ keys: shown.map(([press]) => printPress(press)), does: foot }];
  });
  return (
    <div className="source-foot">
      <span className="flex-none text-ink-2">{place}</span>
      {singleKeys ? (
        <div className="hints">
          <KeyHints hints={hints} />
        </div>
      ) : null}
      <button type="button" className="keys ml-auto flex-none" aria-keyshortcuts="?" onClick={() => setSheetOpen(true)}>
        <Kbd silent>?</Kbd>
        all keys
      </button>
      <KeySheet
        title="Keys on this page"
        description="They act everywhere but in a field. Tab and Enter reach everything too."
        groups={[{ title: null, rows: ROWS }]}
        open={sheetOpen}
        onOpenChange={setSheetOpen}
      />
    </div>
  );
}

function focusFind(): void {
  const field = document.getElementById(FIND_ID);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** Opens the source beside the open one; the first where none is open. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`#${REGISTRY_ID} a[data-source]`)];
  const at = links.findIndex((link) => link.getAttribute('aria-current') === 'page');
  const link = links[at === -1 ? 0 : at + by];
  link?.focus();
  link?.click();
}
