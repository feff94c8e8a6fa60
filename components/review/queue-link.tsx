import Link from 'next/link';
import type { ComponentProps } from 'react';

type QueueLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'onNavigate'> & { href: string; onGo: (href: string) => void };

/** A link to another list of the queue. The screen goes there itself, so that it knows where the focus belongs afterwards. */
export function QueueLink({ href, onGo, ...rest }: QueueLinkProps) {
  return <Link {...rest} {...queueNavigation(href, onGo)} />;
}

/** What a link needs for the same; opening it in a new tab stays the browser's. */
export function queueNavigation(href: string, onGo: (href: string) => void) {
  return {
    href,
    onNavigate(event: { preventDefault: () => void }): void {
      event.preventDefault();
      onGo(href);
    },
  };
}
