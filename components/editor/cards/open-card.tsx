import { TagForm } from '../form/tag-form';
import { findConflict } from '../session/conflict-acts';
import { useSession, useView } from '../session/session-context';
import { ClaimCard } from './claim-card';
import { ConflictCard } from './conflict-card';

/** The one card of the right margin: a claim, the form, or two versions to choose from. */
export function OpenCard() {
  const session = useSession();
  const { mode, claims } = useView();
  if (mode.kind === 'form') return <TagForm key={mode.form.serial} form={mode.form} />;
  if (mode.kind === 'conflict') {
    const conflict = findConflict(session, mode.key);
    return conflict === null ? null : <ConflictCard key={conflict.key} conflict={conflict} />;
  }
  const claim = mode.kind === 'open' ? claims.find(({ id }) => id === mode.claimId) : undefined;
  return claim === undefined || mode.kind !== 'open' ? null : <ClaimCard claim={claim} moved={mode.moved} />;
}
