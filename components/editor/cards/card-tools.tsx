import { Button } from '@/components/ui/button';
import type { KeyCommand } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { startApplying } from '../session/chain-acts';
import { copyClaimLink } from '../session/linked-claim';
import { openPanel } from '../session/open-acts';
import { useSession } from '../session/session-context';
import type { PanelName } from '../session/view';
import { useKeys } from '../use-keys';

const TOOLS = [
  ['chain', 'Chain'],
  ['finding', 'Finding'],
  ['flags', 'Flags'],
  ['relations', 'Relations'],
] as const satisfies readonly (readonly [PanelName & KeyCommand, string])[];

/** What more can be said of the claim: each opens its panel. None is ever needed. */
export function CardTools({ claim, editable }: { claim: ShownClaim; editable: boolean }) {
  const session = useSession();
  const keys = useKeys();
  return (
    <div className="card-tools">
      {editable
        ? TOOLS.map(([panel, label]) => (
            <Button
              key={panel}
              size="s"
              tone="quiet"
              shortcut={keys.print(panel)}
              aria-keyshortcuts={keys.aria(panel)}
              onClick={() => openPanel(session, panel)}
            >
              {label}
            </Button>
          ))
        : null}
      <Button
        size="s"
        tone="quiet"
        shortcut={keys.print('history')}
        aria-keyshortcuts={keys.aria('history')}
        onClick={() => openPanel(session, 'history')}
      >
        History
      </Button>
      {claim.chain.length < 2 ? null : (
        <Button
          size="s"
          tone="quiet"
          shortcut={keys.print('applyChain')}
          aria-keyshortcuts={keys.aria('applyChain')}
          onClick={() => startApplying(session)}
        >
          Apply chain…
        </Button>
      )}
      <Button
        size="s"
        tone="quiet"
        shortcut={keys.print('copyLink')}
        aria-keyshortcuts={keys.aria('copyLink')}
        onClick={() => void copyClaimLink(session, claim)}
      >
        Copy link
      </Button>
    </div>
  );
}
