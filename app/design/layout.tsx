import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { getEnv } from '@/lib/env';

export const metadata = { title: 'Design' };

/** Every primitive in every state. For those who build Hearsay: it does not exist in production. */
export default function DesignLayout({ children }: { children: ReactNode }) {
  if (getEnv().mode === 'production') notFound();
  return children;
}
