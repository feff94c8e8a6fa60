import { retryDelay } from '@/lib/delivery/pace';
import { type Catchup, KINDS, type Message, parseCatchup, parseMessage } from './message';

/** A page that follows what happens in an article. */
export type Follower = {
  readonly articleId: string;
  /** How far the page knows what happened. */
  readonly since: number;
  readonly onMessage: (message: Message) => void;
  /** All claims, where too much happened to be told one by one. False when that list is older than the page: it is asked for again. */
  readonly onWhole: (whole: Catchup) => boolean;
  /** Called before a whole list is asked for. */
  readonly onAsk: () => void;
};

/** No word, not even a sign of life, for so long: the stream is dead, or held back by something in between; ms. */
const SILENT_AFTER = 25_000;
/** Between two questions while there is no stream, ms. */
const ASK_EVERY = 4000;
/** A hidden page lets its stream go after this long, ms: browsers keep few connections to one server. */
const HIDDEN_AFTER = 10_000;
/** A page that is refused tries again after this long, ms, and when it is looked at again. */
const REST_FOR = 60_000;
/** A list that came too late is asked for again after this long, ms. */
const ASK_AGAIN = 1000;

/**
 * Follows an article by server-sent events; where no stream comes, asks every few seconds. After a gap of any kind it goes on
 * where it was. Returns how to stop.
 */
export function followArticle({ articleId, since, onMessage, onWhole, onAsk }: Follower): () => void {
  const address = `/api/articles/${articleId}`;
  const on = new AbortController();
  let seq = since;
  let stream: EventSource | null = null;
  let failures = 0;
  let isHeard = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setInterval> | undefined;

  function connect(): void {
    clearTimeout(retry);
    if (on.signal.aborted || stream !== null || document.visibilityState === 'hidden' || !navigator.onLine) return;
    const opened = new EventSource(`${address}/live?since=${seq}`);
    stream = opened;
    isHeard = false;
    watch();
    for (const kind of KINDS) opened.addEventListener(kind, (event) => take(parseMessage(String(event.data))));
    opened.addEventListener('error', fail);
  }

  function disconnect(): void {
    clearTimeout(watchdog);
    clearTimeout(retry);
    stream?.close();
    stream = null;
  }

  function watch(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(fail, SILENT_AFTER);
  }

  /** The stream broke, was refused, or is silent: it is opened again later, and until then the page asks. */
  function fail(): void {
    disconnect();
    if (on.signal.aborted) return;
    failures += 1;
    retry = setTimeout(connect, retryDelay(failures, Math.random()));
    asking ??= setInterval(() => void ask(false), ASK_EVERY);
    // A stream that worked may have missed nothing; one that never did has.
    if (!isHeard) void ask(false);
  }

  /** Nobody is signed in, or the article is not theirs: asking more often changes nothing. */
  function rest(): void {
    disconnect();
    clearInterval(asking);
    asking = undefined;
    retry = setTimeout(connect, REST_FOR);
  }

  function take(message: Message | null): void {
    if (message === null) return;
    watch();
    isHeard = true;
    failures = 0;
    clearInterval(asking);
    asking = undefined;
    if (message.kind === 'over') {
      if (message.why === 'signed_out') rest();
      else fail();
      return;
    }
    if (message.kind === 'again') void ask(true);
    else if ('seq' in message) seq = message.seq;
    onMessage(message);
  }

  async function ask(whole: boolean): Promise<void> {
    if (on.signal.aborted || (!whole && (document.visibilityState === 'hidden' || !navigator.onLine))) return;
    if (whole) onAsk();
    const found = await fetch(`${address}/changes${whole ? '' : `?since=${seq}`}`, { signal: on.signal })
      .then((response) => response.json() as Promise<{ readonly ok?: unknown; readonly value?: unknown }>)
      .catch(() => null);
    if (on.signal.aborted) return;
    if (found?.ok === false) {
      rest();
      return;
    }
    const catchup = found?.ok === true ? parseCatchup(found.value) : null;
    if (catchup === null) {
      // Nobody else asks for the whole list again.
      if (whole) setTimeout(() => void ask(true), ASK_EVERY);
      return;
    }
    onMessage({ kind: 'people', people: catchup.people });
    // Too much happened: the answer to an ordinary question is the whole list, which the page was not ready for.
    if (catchup.whole && !whole) await ask(true);
    else if (!catchup.whole) {
      seq = Math.max(seq, catchup.seq);
      if (catchup.claims.length + catchup.gone.length + catchup.talked.length > 0) onMessage({ kind: 'changes', ...catchup });
    } else if (onWhole(catchup)) seq = catchup.seq;
    else setTimeout(() => void ask(true), ASK_AGAIN);
  }

  const { signal } = on;
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(hiding);
      if (document.visibilityState === 'hidden') hiding = setTimeout(disconnect, HIDDEN_AFTER);
      else connect();
    },
    { signal },
  );
  window.addEventListener('online', connect, { signal });
  window.addEventListener('offline', disconnect, { signal });
  // A page that is left keeps no stream, also while the browser may bring it back.
  window.addEventListener('pagehide', disconnect, { signal });
  window.addEventListener('pageshow', connect, { signal });
  connect();
  return () => {
    on.abort();
    disconnect();
    clearTimeout(hiding);
    clearInterval(asking);
  };
}
