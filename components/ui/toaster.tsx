'use client';

import { Toast } from '@base-ui/react/toast';
import { toastQueue } from './toast';

/** Where toasts appear: once, in the root layout. F6 takes the keyboard there; hover and focus hold them. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={toastQueue} limit={2}>
      <Toast.Portal>
        <Toast.Viewport className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--foot-h)+12px)] z-50 flex flex-col items-center gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root key={item.id} toast={item} swipeDirection="down" className="toast pointer-events-auto data-limited:hidden">
      <Toast.Content className="flex items-center gap-3">
        <Toast.Title className="min-w-0" />
        <Toast.Action />
        <Toast.Close aria-label="Dismiss">×</Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
