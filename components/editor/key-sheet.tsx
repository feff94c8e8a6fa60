import { Fragment } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { KEYS, type KeyCommand, printKeys, VALUE_KEYS } from './keymap';
import { useSession, useView } from './session/session-context';

const GROUPS = [...new Set(Object.values(KEYS).map(({ group }) => group))];
const COMMANDS = Object.keys(KEYS) as readonly KeyCommand[];

/** Every key, from the one table. */
export function KeySheet() {
  const session = useSession();
  const { keySheet } = useView();
  const close = (open: boolean) => {
    session.patch({ keySheet: open });
    if (!open) session.surface()?.focus();
  };
  return (
    <Dialog
      title="Keys"
      description="Single keys work while the article has focus. The arrows and Shift with the arrows move and select as everywhere."
      open={keySheet}
      onOpenChange={close}
      footer={<DialogClose>Close</DialogClose>}
    >
      <div className="key-sheet">
        {GROUPS.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="label">{group}</h3>
            <dl>
              {COMMANDS.filter((command) => KEYS[command].group === group).map((command) => (
                <KeyRow key={command} keys={printKeys(command)} does={KEYS[command].does} />
              ))}
            </dl>
          </section>
        ))}
        <section aria-label="Choices in the form">
          <h3 className="label">Choices in the form</h3>
          <dl>
            {VALUE_KEYS.map(({ keys, does }) => (
              <KeyRow key={does} keys={keys} does={does} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index === 0 ? null : ' '}
            <Kbd>{key}</Kbd>
          </Fragment>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
