import type { ReactNode } from 'react';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <div className="grid min-h-dvh grid-rows-[1fr_auto_1.6fr] px-4">{children}</div>;
}
