import { useEffect, useRef } from 'react';
import { whenAtRest } from '@/components/ui/when-at-rest';
import type { Session } from './session';

/**
 * Follows what others do in the article while the page is open. What comes is put beside what the person is doing: a form, a
 * panel and the caret stay as they are, and a note on the card says what is different. Begins once the page rests: it then
 * hears all that was done since the page was made. `since`: how far `data` goes.
 */
export function useLive(session: Session, since: number): void {
  const start = useRef(since);
  useEffect(() => {
    let stop: () => void = () => {};
    let left = false;
    const callOff = whenAtRest(() => {
      import('./follow-live').then(
        ({ followLive }) => {
          if (!left) stop = followLive(session, start.current);
        },
        () => undefined,
      );
    });
    return () => {
      left = true;
      callOff();
      stop();
    };
  }, [session]);
}
