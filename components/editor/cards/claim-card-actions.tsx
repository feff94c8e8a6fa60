import { Button } from '@/components/ui/button';
import { trimRange } from '@/lib/text/trim-range';
import type { ShownClaim } from '../outbox/overlay';
import { editClaim, startClaim } from '../session/form-acts';
import { canWithdraw, close, moveOpenEdge, previewSpans, putEdgesBack, saveMoved } from '../session/open-acts';
import { selectedRange } from '../session/session';
import { useSelected, useSession } from '../session/session-context';
import { addWords } from '../session/span-acts';
import { deleteClaim, withdraw } from '../session/write-acts';
import { useKeys } from '../use-keys';

type Props = { claim: ShownClaim; moved: boolean; editable: boolean };

export function ClaimCardActions({ claim, moved, editable }: Props) {
  const session = useSession();
  const keys = useKeys();
  return (
    <>
      {editable ? <EdgeButtons claim={claim} /> : null}
      <footer>
        {moved ? (
          <>
            <Button size="s" tone="primary" shortcut={keys.print('act')} onClick={() => saveMoved(session)}>
              Save the edges
            </Button>
            <Button size="s" tone="quiet" shortcut={keys.print('close')} onClick={() => putEdgesBack(session)}>
              Put back
            </Button>
          </>
        ) : (
          <>
            {editable ? (
              <>
                <Button
                  size="s"
                  tone="quiet"
                  shortcut={keys.print('act')}
                  aria-keyshortcuts={keys.aria('act')}
                  onClick={() => editClaim(session, claim)}
                >
                  Edit
                </Button>
                <Button
                  size="s"
                  tone="quiet"
                  shortcut={keys.print('remove')}
                  aria-keyshortcuts={keys.aria('remove')}
                  onClick={() => deleteClaim(session, claim)}
                >
                  Delete
                </Button>
              </>
            ) : null}
            {canWithdraw(session, claim) ? (
              <Button
                size="s"
                tone="quiet"
                shortcut={keys.print('withdraw')}
                aria-keyshortcuts={keys.aria('withdraw')}
                onClick={() => withdraw(session, claim)}
              >
                Withdraw
              </Button>
            ) : null}
            <Button size="s" tone="quiet" shortcut={keys.print('close')} className="sp" onClick={() => close(session)}>
              Close
            </Button>
          </>
        )}
      </footer>
    </>
  );
}

/** The edges by a word, for those without the keys at hand; or the whole claim to the words now selected. */
function EdgeButtons({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const keys = useKeys();
  const { anchor, head } = useSelected();
  if (anchor !== head) {
    const range = trimRange(session.data.revision.text, selectedRange(session));
    return (
      <div className="card-edges">
        <span className="k">Selection</span>
        <Button size="s" onClick={() => range !== null && previewSpans(session, claim, [range])}>
          Use it for this claim
        </Button>
        <Button
          size="s"
          shortcut={keys.print('addWords')}
          aria-keyshortcuts={keys.aria('addWords')}
          onClick={() => addWords(session, [selectedRange(session)])}
        >
          Add it
        </Button>
        <Button size="s" tone="primary" shortcut={keys.print('act')} onClick={() => startClaim(session)}>
          New claim
        </Button>
      </div>
    );
  }
  return (
    <div className="card-edges">
      <span className="k" id={`edges-${claim.id}`}>
        Edges
      </span>
      {(['start', 'end'] as const).map((edge) => (
        <span key={edge} className="edge-pair">
          <Button
            size="s"
            aria-label={`${edge === 'start' ? 'Start' : 'End'} one word earlier`}
            shortcut={keys.print(edge === 'start' ? 'startBack' : 'endBack')}
            onClick={() => moveOpenEdge(session, edge, 'previous')}
          >
            ‹
          </Button>
          <span>{edge}</span>
          <Button
            size="s"
            aria-label={`${edge === 'start' ? 'Start' : 'End'} one word later`}
            shortcut={keys.print(edge === 'start' ? 'startForward' : 'endForward')}
            onClick={() => moveOpenEdge(session, edge, 'next')}
          >
            ›
          </Button>
        </span>
      ))}
    </div>
  );
}
