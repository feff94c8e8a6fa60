import { Toast } from '@base-ui/react/toast';

/** The one queue of toasts; `Toaster` in the root layout shows it. */
export const toastQueue = Toast.createToastManager();

type ToastOptions = {
  /** One act that belongs to what was just done, such as undo. It has to be possible elsewhere too. */
  action?: { readonly label: string; readonly run: () => void } | undefined;
  /** How long it stays, in milliseconds; longer when it offers an act. */
  timeout?: number | undefined;
};

/**
 * Says in passing what has just happened. Never the only sign of a failure: a failure stays where it
 * happened (`ErrorNote`).
 */
export function toast(text: string, { action, timeout = action === undefined ? 5000 : 10_000 }: ToastOptions = {}): void {
  const id: string = toastQueue.add({
    title: text,
    timeout,
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.run();
              toastQueue.close(id);
            },
          },
        }),
  });
}
