import type { ComponentType } from 'react';
import { TagForm } from '../form/tag-form';
import type { ShownClaim } from '../outbox/overlay';
import { ChainPanel } from '../panels/chain-panel';
import { FindingPanel } from '../panels/finding-panel';
import { FlagsPanel } from '../panels/flags-panel';
import { RelationsPanel } from '../panels/relations-panel';
import { findConflict } from '../session/conflict-acts';
import { useSession, useView } from '../session/session-context';
import type { PanelName } from '../session/view';
import { ClaimCard } from './claim-card';
import { ConflictCard } from './conflict-card';

const PANEL_CARDS: Readonly<Record<PanelName, ComponentType<{ claim: ShownClaim }>>> = {
  chain: ChainPanel,
  finding: FindingPanel,
  flags: FlagsPanel,
  relations: RelationsPanel,
};

/** The one card of the right margin: a claim or a panel of it, the form, or two versions to choose from. */
export function OpenCard() {
  const session = useSession();
  const { mode } = useView();
  if (mode.kind === 'form') return <TagForm key={mode.form.serial} form={mode.form} />;
  if (mode.kind === 'conflict') {
    const conflict = findConflict(session, mode.key);
    return conflict === null ? null : <ConflictCard key={conflict.key} conflict={conflict} />;
  }
  const claim = mode.kind === 'open' ? session.find(mode.claimId) : null;
  if (claim === null || mode.kind !== 'open') return null;
  if (mode.panel === null) return <ClaimCard claim={claim} moved={mode.moved} />;
  const Panel = PANEL_CARDS[mode.panel];
  return <Panel key={`${claim.id} ${mode.panel}`} claim={claim} />;
}
