import type { Direct } from './direct';

type Settle = (direct: Direct) => Promise<unknown>;

// Next loads a module once per bundle; the gate is one per process.
const shared = globalThis as { hearsaySettles?: Map<string, Settle> };

/**
 * Has `settle` run at the end of every write, in its transaction: it brings rows that follow from others in line with what the
 * write has changed. The modules that write the others load the one that calls this, since this room knows no feature.
 */
export function settleBeforeCommit(name: string, settle: Settle): void {
  shared.hearsaySettles ??= new Map();
  shared.hearsaySettles.set(name, settle);
}

export async function settleAll(direct: Direct): Promise<void> {
  for (const settle of shared.hearsaySettles?.values() ?? []) await settle(direct);
}
