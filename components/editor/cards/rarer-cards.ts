import type { ComponentType } from 'react';
import type { ShownClaim } from '../outbox/overlay';
import { ChainPanel } from '../panels/chain-panel';
import { FindingPanel } from '../panels/finding-panel';
import { FlagsPanel } from '../panels/flags-panel';
import { HistoryPanel } from '../panels/history-panel';
import { RelationsPanel } from '../panels/relations-panel';
import type { PanelName } from '../session/view';

// What an ordinary claim does without, loaded apart from the page (open-card.tsx).
export { ConflictCard } from './conflict-card';

export const PANEL_CARDS: Readonly<Record<PanelName, ComponentType<{ claim: ShownClaim }>>> = {
  chain: ChainPanel,
  finding: FindingPanel,
  flags: FlagsPanel,
  relations: RelationsPanel,
  history: HistoryPanel,
};
