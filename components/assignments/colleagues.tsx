'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Colleague } from '@/lib/assignments/assignment';
import { required } from '@/lib/kernel/assert';

const ColleaguesContext = createContext<readonly Colleague[] | null>(null);

/** Everybody of the desk, for those who may give out work: said once for all rows. */
export function Colleagues({ all, children }: { all: readonly Colleague[]; children: ReactNode }) {
  return <ColleaguesContext value={all}>{children}</ColleaguesContext>;
}

export function useColleagues(): readonly Colleague[] {
  return required(useContext(ColleaguesContext), 'who is given work is chosen inside Colleagues');
}

/** A person's name, or plain words where nobody of the desk has the id. */
export function nameIn(colleagues: readonly Colleague[], id: string): string {
  return colleagues.find((colleague) => colleague.id === id)?.name ?? 'someone no longer here';
}
