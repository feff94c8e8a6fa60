import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Discussion } from '@/lib/comments/comment';
import { arrivedBetween } from '@/lib/comments/news';
import { readDiscussion } from '@/lib/comments/requests';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import { followArticle } from '@/lib/live/requests';
import { holdPlace } from './hold-place';
import { hearTalk } from './talk';

/** How long a claim has to be shown before its comments are asked for, in ms: one who walks past asks nothing. */
const REST = 150;

type Carried = { readonly key: string; readonly actorId?: string };

/** Sends one write, with its key and, where a comment is new, its id; why it was not taken, or null when it was. */
export type Send = <Sent extends Carried, Value>(
  action: (input: Sent) => Promise<Result<Value>>,
  input: Omit<Sent, keyof Carried | 'commentId'> & Partial<Pick<Sent, keyof Sent & 'commentId'>>,
) => Promise<string | null>;

/** `follows`: the claim's article, where nothing else on the page follows what happens in it. */
export type Shown = { readonly claimId: string; readonly userId: string; readonly follows?: string | undefined };

/**
 * The comments of a claim, and how to write to them. What others say is there as soon as the page hears of it, and moves nothing
 * that is being read or typed. The same write is sent again with its key and its id, so that a lost answer says it once.
 */
export function useDiscussion({ claimId, userId, follows }: Shown) {
  const [found, setFound] = useState<Discussion | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [heard, setHeard] = useState('');
  const [keys] = useState(() => createRetryKey());
  const shown = useRef<Discussion | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const putBack = useRef<(() => void) | null>(null);

  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      async () => {
        const told = await readDiscussion(claimId, asking.signal);
        if (told === null) return;
        if (told.ok) {
          putBack.current = holdPlace(root.current);
          const words = shown.current === null ? null : arrivedBetween(shown.current, told.value, userId);
          if (words !== null) setHeard(words);
          shown.current = told.value;
          setFound(told.value);
        }
        setFault(told.ok ? null : told.error.message);
      },
      asked === 0 ? REST : 0,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [claimId, userId, asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found is what moves things
  useLayoutEffect(() => {
    putBack.current?.();
    putBack.current = null;
  }, [found]);

  const again = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => hearTalk(claimId, again), [claimId, again]);

  const since = found?.seq ?? null;
  const start = useRef<number | null>(null);
  start.current ??= since;
  const begins = since !== null;
  useEffect(() => {
    if (follows === undefined || !begins) return;
    return followArticle({
      articleId: follows,
      since: start.current ?? 0,
      onMessage: (message) => {
        if (message.kind === 'changes' && message.talked.includes(claimId)) again();
      },
      onAsk: () => {},
      onWhole: () => {
        again();
        return true;
      },
    });
  }, [follows, begins, claimId, again]);

  const send: Send = async (action, input) => {
    const key = keys.for(input);
    // What is new is called by the key it is sent with: the same comment, however often it is sent.
    const sent = { ...input, ...('threadId' in input ? { commentId: key } : {}), key, actorId: userId };
    const result = await action(sent as never).catch((thrown: unknown) =>
      refused(appError('UNEXPECTED', `${troubleOfThrow(thrown).message} What you wrote is kept: try again.`)),
    );
    if (!result.ok) {
      // What somebody writes is refused beside the field they write it in.
      if (!('body' in input)) setFault(result.error.message);
      if (result.error.code === 'STALE') again();
      return result.error.message;
    }
    keys.done();
    again();
    return null;
  };

  return { found, fault, heard, root, again, send };
}
