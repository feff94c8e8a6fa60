import { useState } from 'react';
import { flushSync } from 'react-dom';
import { differingParts } from '@/lib/claims/detail-values';
import type { ShownClaim } from '../outbox/overlay';
import { focusPanel } from '../session/open-acts';
import type { Session } from '../session/session';
import { useSession } from '../session/session-context';
import { keepUnfinished } from '../session/unfinished';
import type { PanelDraft, PanelName } from '../session/view';

/**
 * What a panel of the open card holds until it is saved. It begins with what was put aside in the same panel, if anything
 * was (`openPanel` has it back), and every change is kept for the tab (session/unfinished.ts).
 */
export function usePanel(claim: ShownClaim, panel: PanelName, begin: Omit<PanelDraft, 'base'>) {
  const session = useSession();
  const [draft, setDraft] = useState<PanelDraft>(() => takeUp(session, claim, panel) ?? { base: claim, ...begin });

  function change(different: Partial<PanelDraft>): void {
    const next = { ...draft, ...different };
    setDraft(next);
    keepUnfinished(session, isBegun(next) ? { kind: 'panel', claimId: claim.id, panel, draft: next } : null);
  }

  /** It is saved: forgets the draft and goes back to the card and the text. */
  function done(): void {
    keepUnfinished(session, null);
    const { mode } = session.view.get();
    if (mode.kind === 'open') session.setMode({ ...mode, panel: null });
    session.surface()?.focus();
  }

  /** One act is saved: goes on with the next, with the keyboard where it begins. */
  function restart(next: Omit<PanelDraft, 'base'>): void {
    keepUnfinished(session, null);
    flushSync(() => setDraft({ base: claim, ...next }));
    focusPanel(claim.id);
  }

  return { draft, change, done, restart };
}

function takeUp({ unfinished }: Session, claim: ShownClaim, panel: PanelName): PanelDraft | null {
  const fits = unfinished?.kind === 'panel' && unfinished.claimId === claim.id && unfinished.panel === panel;
  return fits ? unfinished.draft : null;
}

/** Whether there is anything in it that somebody would miss. */
function isBegun({ base, words, chain, finding, evidence }: PanelDraft): boolean {
  return (words?.note ?? '').trim() !== '' || differingParts(base, { chain, finding, evidence }).length > 0;
}
