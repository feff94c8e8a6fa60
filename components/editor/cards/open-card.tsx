import { usePart } from '@/components/ui/use-part';
import { TagForm } from '../form/tag-form';
import { findConflict } from '../session/conflict-acts';
import { useSession, useView } from '../session/session-context';

const loadCards = () => import('./cards');

/** The one card of the right margin: a claim or a panel of it, the form, or two versions to choose from. */
export function OpenCard() {
  const session = useSession();
  const { mode } = useView();
  const cards = usePart(loadCards, mode.kind === 'conflict' || mode.kind === 'open');
  if (mode.kind === 'form') return <TagForm key={mode.form.serial} form={mode.form} />;
  if (cards === null) return null;
  if (mode.kind === 'conflict') {
    const conflict = findConflict(session, mode.key);
    return conflict === null ? null : <cards.ConflictCard key={conflict.key} conflict={conflict} />;
  }
  const claim = mode.kind === 'open' ? session.find(mode.claimId) : null;
  if (claim === null || mode.kind !== 'open') return null;
  if (mode.panel === null) return <cards.ClaimCard claim={claim} moved={mode.moved} />;
  const Panel = cards.PANEL_CARDS[mode.panel];
  return <Panel key={`${claim.id} ${mode.panel}`} claim={claim} />;
}
