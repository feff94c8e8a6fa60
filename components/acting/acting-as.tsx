'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { required } from '@/lib/kernel/assert';

const Acting = createContext<string | null>(null);

/** Whose page this is: its writes say so, since a page outlives its session and the next person may sign in beside it. */
export function ActingAs({ userId, children }: { userId: string; children: ReactNode }) {
  return <Acting value={userId}>{children}</Acting>;
}

export function useActorId(): string {
  return required(useContext(Acting), 'acts stand inside ActingAs');
}
