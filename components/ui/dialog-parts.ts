import { type ComponentType, createContext, type HTMLAttributes, type ReactElement, type ReactNode } from 'react';

export type DialogProps = {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last; `DialogClose` closes. */
  footer?: ReactNode;
  /** The button that opens it. Without one, `open` and `onOpenChange` do. */
  trigger?: ReactElement<HTMLAttributes<HTMLElement>>;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** What has focus first. The title, where the first control may lie below what the window shows: focus would scroll there. */
  initialFocus?: 'control' | 'title';
  /** The title is said, not shown: the field below says it too. */
  hideTitle?: boolean;
  /** Whoever closes it says where the focus goes. */
  keepFocus?: boolean;
};

/** The button that closes the dialog one stands in. */
export const DialogCloseContext = createContext<ComponentType<{ children: ReactNode }> | null>(null);
