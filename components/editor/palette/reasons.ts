import { toClaimResource } from '@/lib/claims/claim';
import { can, deny } from '@/lib/permissions/permissions';
import { isFiltering } from '../filter/claim-filter';
import type { TextCommand } from '../keymap';
import { canWithdraw } from '../session/open-acts';
import { type Session, selectedRange } from '../session/session';
import { submittable } from '../session/write-acts';

/** Commands about the claim that is open, and whether they change it. */
const ON_CLAIM: Readonly<Partial<Record<TextCommand, 'change' | 'look'>>> = {
  chain: 'change',
  finding: 'change',
  flags: 'change',
  relations: 'change',
  applyChain: 'look',
  mark: 'look',
  history: 'look',
  remove: 'change',
  withdraw: 'look',
  copyLink: 'look',
};

/** Why a command cannot be done now, in a sentence; null when it can. The palette shows it; the command itself says the same. */
export function reasonAgainst(session: Session, command: TextCommand): string | null {
  const { mode, claims, last, filter } = session.view.get();
  const open = mode.kind === 'open' ? session.find(mode.claimId) : null;
  const onClaim = ON_CLAIM[command];
  if (onClaim !== undefined) {
    if (open === null) return 'Open a claim first.';
    const refusal = onClaim === 'change' ? deny(session.data.actor, 'claim.edit', toClaimResource(open, session.data.checking)) : null;
    if (refusal !== null) return refusal.message;
  }
  const { start, end } = selectedRange(session);
  switch (command) {
    case 'undo':
      return session.history.done.length === 0 ? 'Nothing was done yet.' : null;
    case 'redo':
      return session.history.undone.length === 0 ? 'Nothing was undone.' : null;
    case 'bringBack':
      return session.aside.size === 0 ? 'Nothing was put aside.' : null;
    case 'repeat':
      return last === null ? 'There is nothing to repeat yet.' : null;
    case 'submit':
      return submittable(claims, session.data.actor.userId).length === 0 ? 'No claim of yours waits.' : null;
    case 'withdraw':
      return open !== null && !canWithdraw(session, open) ? 'It is not with the editors.' : null;
    case 'clearFilter':
      return isFiltering(filter) ? null : 'All claims are shown.';
    case 'nextClaim':
    case 'previousClaim':
      return claims.length === 0 ? 'There is no claim yet.' : null;
    case 'startBack':
    case 'startForward':
    case 'endBack':
    case 'endForward':
      return start === end && open === null && mode.kind !== 'form' ? 'Select words or open a claim first.' : null;
    case 'remove':
      return open !== null && !can(session.data.actor, 'claim.delete', toClaimResource(open, session.data.checking))
        ? 'Only an editor can delete an approved claim.'
        : null;
    default:
      return null;
  }
}
