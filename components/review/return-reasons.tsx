'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ReturnReason } from '@/lib/review/return-reasons/return-reason';

const Reasons = createContext<readonly ReturnReason[]>([]);

/** The desk's reasons for a return, for the forms that ask for one. */
export function WithReturnReasons({ reasons, children }: { reasons: readonly ReturnReason[]; children: ReactNode }) {
  return <Reasons value={reasons}>{children}</Reasons>;
}

/** The reasons there are, for what listens to keys. */
export function useReturnReasons(): readonly ReturnReason[] {
  return useContext(Reasons);
}
