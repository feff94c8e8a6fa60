import Link from 'next/link';
import { Fragment } from 'react';
import { Dialog, DialogClose } from './dialog';
import { Kbd } from './kbd';
import type { KeyHint } from './key-hints';
import { useSingleKeys } from './single-keys';

/** Keys that belong together. The title may be left out where there is one group only. */
export type KeyGroup = { readonly title: string | null; readonly rows: readonly KeyHint[] };

type KeySheetProps = {
  title: string;
  /** Where which keys act. */
  description: string;
  groups: readonly KeyGroup[];
  /** Where the keys can be changed. */
  change?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Every key of a page, and the switch for those that are pressed alone. Opens at its top, however long it is. */
export function KeySheet({ title, description, groups, change, open, onOpenChange }: KeySheetProps) {
  return (
    <Dialog
      title={title}
      description={description}
      open={open}
      onOpenChange={onOpenChange}
      // The first control is far down, and the switch: Space would turn it.
      initialFocus="title"
      footer={
        <>
          {change === undefined ? null : (
            <Link href={change} className="btn quiet" prefetch={false}>
              Change the keys
            </Link>
          )}
          <DialogClose>Close</DialogClose>
        </>
      }
    >
      <div className="key-sheet" data-groups={groups.length > 1 ? '' : undefined}>
        {groups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
      <SingleKeysSwitch />
    </Dialog>
  );
}

function Group({ group: { title, rows } }: { group: KeyGroup }) {
  const list = (
    <dl>
      {rows.map(({ keys, does }) => (
        <Fragment key={does}>
          <dt>
            {keys.length === 0 ? <span className="text-ink-3">no key</span> : null}
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  );
  if (title === null) return list;
  return (
    <section aria-label={title}>
      <h3 className="label">{title}</h3>
      {list}
    </section>
  );
}

function SingleKeysSwitch() {
  const [on, setOn] = useSingleKeys();
  return (
    <label className="mt-2 flex items-start gap-2">
      <input type="checkbox" className="mt-0.5" checked={on} onChange={(event) => setOn(event.target.checked)} />
      <span>
        Single keys act
        <span className="block text-ink-3 text-small">
          Off for voice input, or where keys are pressed by accident. Buttons, arrows, Enter and Esc go on working.
        </span>
      </span>
    </label>
  );
}
