'use client';

import './keys.css';
import { Fragment, useState } from 'react';
import { Button } from '@/components/ui/button';
import { changeKeySettings, useKeySettings } from '@/components/ui/key-settings';
import { useSingleKeys } from '@/components/ui/single-keys';
import type { CommandPage } from '@/lib/keys/command';
import { CommandRow } from './command-row';
import { useStanding } from './standing';

/** Every command of the pages that have keys, and the key it has; pressed to be changed. */
export function KeysScreen({ pages }: { pages: readonly CommandPage[] }) {
  const settings = useKeySettings();
  const standing = useStanding();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [recording, setRecording] = useState<string | null>(null);
  const changed = Object.keys(settings.keys).length;
  return (
    <div className="keys-page">
      <h1 className="display text-h2">Keys</h1>
      <p className="text-ink-2">
        Choose a key by pressing it. Your keys go with your account, to every browser you sign in to.{' '}
        {pages.some(({ page }) => page === 'review') ? <a href="#review">To the keys of review</a> : null}
      </p>
      <label className="flex items-start gap-2">
        <input type="checkbox" className="mt-0.5" checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>
          Single keys act
          <span className="block text-ink-3 text-small">
            Off for voice input, or where keys are pressed by accident. Keys with Ctrl, Enter and Esc go on working.
          </span>
        </span>
      </label>
      <div className="keys-all">
        <p role="status" className="text-ink-2">
          {standing}
        </p>
        <Button size="s" unavailable={changed === 0} onClick={() => changed > 0 && changeKeySettings({ ...settings, keys: {} })}>
          {changed === 0 ? 'All keys are the usual ones' : `Give all ${changed} changed their usual keys`}
        </Button>
      </div>
      {pages.map((page) => (
        <section key={page.page} id={page.page} aria-labelledby={`keys-${page.page}`} className="keys-section">
          <h2 id={`keys-${page.page}`} className="text-h3 font-strong">
            {page.title}
          </h2>
          {groupsOf(page).map(([group, names]) => (
            <Fragment key={group}>
              <h3 className="label">{group}</h3>
              <ul className="keys-list">
                {names.map((name) => (
                  <CommandRow
                    key={name}
                    pages={pages}
                    command={{ page: page.page, name }}
                    recording={recording === `${page.page}.${name}`}
                    onRecord={(on) => setRecording(on ? `${page.page}.${name}` : null)}
                  />
                ))}
              </ul>
            </Fragment>
          ))}
        </section>
      ))}
    </div>
  );
}

/** The commands whose keys can be changed, under their titles. */
function groupsOf({ table }: CommandPage): readonly (readonly [string, readonly string[]])[] {
  const names = Object.keys(table).filter((name) => table[name]?.fixed === undefined);
  const titles = [...new Set(names.map((name) => table[name]?.group ?? ''))];
  return titles.map((title) => [title, names.filter((name) => table[name]?.group === title)] as const);
}
