'use client';

import { createContext, type ReactNode, useContext } from 'react';

const Acting = createContext<string | null>(null);

/** Whose page this is: its writes say so, since a page outlives its session and the next person may sign in beside it. */
export function ActingAs({ userId, children }: { userId: string; children: ReactNode }) {
  return <Acting value={userId}>{children}</Acting>;
}

export function useActorId(): string {
  const userId = useContext(Acting);
  if (userId === null) throw new Error('Broken rule: acts on sources stand inside ActingAs');
  return userId;
}
