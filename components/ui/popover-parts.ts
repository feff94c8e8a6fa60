import type { HTMLAttributes, ReactElement, ReactNode } from 'react';

export type PopoverProps = {
  title: string;
  showTitle?: boolean;
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  children: ReactNode;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  open: boolean;
  onOpenChange: (open: boolean) => void;
};
