import type { ReactNode } from 'react';

type EmptyStateProps = {
  title: string;
  /** `h1` where this is all the page says. */
  as?: 'h1' | 'p';
  children?: ReactNode;
  action?: ReactNode;
};

/** Nothing here, said in one sentence, with the one thing to do about it. */
export function EmptyState({ title, as: Title = 'p', children, action }: EmptyStateProps) {
  return (
    <div className="grid max-w-[46ch] justify-items-start gap-2 py-8">
      <Title className="quoted text-h3">{title}</Title>
      {children === undefined ? null : <div className="text-ink-2">{children}</div>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}
