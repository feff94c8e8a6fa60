import { usePart } from '@/components/ui/use-part';
import { TagForm } from '../form/tag-form';
import { findConflict } from '../session/conflict-acts';
import { useSession, useView } from '../session/session-context';
import { ClaimCard } from './claim-card';

const loadRarer = () => import('./rarer-cards');
/** Ahead of the first card: one that is opened offline has its place for comments too. */
const loadComments = () => import('@/components/comments/discussion');

/** The one card of the right margin: a claim or a panel of it, the form, or two versions to choose from. */
export function OpenCard() {
  const session = useSession();
  const { mode } = useView();
  const rarer = usePart(loadRarer, mode.kind === 'conflict' || (mode.kind === 'open' && mode.panel !== null));
  usePart(loadComments, false);
  if (mode.kind === 'form') return <TagForm key={mode.form.serial} form={mode.form} />;
  if (mode.kind === 'conflict') {
    const conflict = findConflict(session, mode.key);
    return conflict === null || rarer === null ? null : <rarer.ConflictCard key={conflict.key} conflict={conflict} />;
  }
  const claim = mode.kind === 'open' ? session.find(mode.claimId) : null;
  if (claim === null || mode.kind !== 'open') return null;
  // A panel that is still on its way leaves the claim to be read.
  if (mode.panel === null || rarer === null) return <ClaimCard claim={claim} moved={mode.moved} />;
  const Panel = rarer.PANEL_CARDS[mode.panel];
  return <Panel key={`${claim.id} ${mode.panel}`} claim={claim} />;
}
