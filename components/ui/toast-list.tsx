'use client';

import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { type Said, takeToasts } from './toast';

const queue = Toast.createToastManager();

function show({ text, timeout, action }: Said): void {
  const id: string = queue.add({
    title: text,
    // The same words said again renew the toast that says them. One that offers an act keeps to the act it was about.
    ...(action === undefined ? { id: `said:${text}` } : {}),
    timeout,
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.run();
              queue.close(id);
            },
          },
        }),
  });
}

/** F6 takes the keyboard to the toasts; hover and focus hold them. */
export function ToastList() {
  // The provider listens to the queue from its own effect on, which runs before this one.
  useEffect(() => takeToasts(show), []);
  return (
    <Toast.Provider toastManager={queue} limit={2}>
      <Toast.Portal>
        <Toast.Viewport className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--foot-h)+12px)] z-50 flex flex-col items-center gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
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
