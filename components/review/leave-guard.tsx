import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogClose } from '@/components/ui/dialog';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { QUEUE_PATH } from './queue-filters';
import { countActs } from './status-words';

/**
 * While decisions could not be sent, a link that leaves the queue asks first. Closing the tab is asked about by the browser. The
 * frame comes with it: when it is wanted there may be no network to load it from.
 */
export function LeaveGuard({ unsent, stuck, kept }: { unsent: number; stuck: boolean; kept: boolean }) {
  const [leavingTo, setLeavingTo] = useState<string | null>(null);
  const router = useRouter();
  useEffect(() => {
    if (!stuck) return;
    function onClick(event: MouseEvent): void {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { origin, pathname, href } = new URL(link.href);
      if (link.target === '_blank' || origin !== window.location.origin || pathname === QUEUE_PATH) return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo(href);
    }
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [stuck]);
  return (
    <DialogFrame
      defaultOpen={false}
      open={leavingTo !== null}
      onOpenChange={(open) => open || setLeavingTo(null)}
      title={`${countActs(unsent)} not sent`}
      description={
        kept
          ? 'They are kept in this browser and sent when you come back to the queue.'
          : 'They stay in this window and are sent when you come back to the queue, but are lost when the window is closed.'
      }
      footer={
        <>
          <Button
            onClick={() => {
              const to = leavingTo;
              setLeavingTo(null);
              if (to !== null) router.push(to);
            }}
          >
            Leave the queue
          </Button>
          <DialogClose>Stay</DialogClose>
        </>
      }
    />
  );
}
