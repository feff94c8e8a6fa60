'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Colleague } from '@/lib/assignments/assignment';
import { required } from '@/lib/kernel/assert';

type Acting = {
  readonly userId: string;
  /** Everybody of the desk, for those who may give out work. */
  readonly colleagues: readonly Colleague[];
};

const ActingContext = createContext<Acting | null>(null);

/** Whose page this is, and who is on the desk: said once for all rows. Writes say whose they are, since a page outlives its session. */
export function ActingAs({ children, ...acting }: Acting & { children: ReactNode }) {
  return <ActingContext value={acting}>{children}</ActingContext>;
}

export function useActing(): Acting {
  return required(useContext(ActingContext), 'acts on assignments stand inside ActingAs');
}

/** A person's name, or plain words where nobody of the desk has the id. */
export function nameIn(colleagues: readonly Colleague[], id: string): string {
  return colleagues.find((colleague) => colleague.id === id)?.name ?? 'someone no longer here';
}
