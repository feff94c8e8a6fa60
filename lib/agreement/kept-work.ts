import type { Pause } from '@/lib/kernel/pause';

/** How far long work is, in whatever it counts. */
export type Progress = { readonly done: number; readonly of: number };

/** Long work that somebody asked for. */
export type AskedWork<Value> = {
  readonly value: Promise<Value>;
  /** Comes back with the result, or after a while without, so that whoever waits can be told how far it is. */
  readonly look: () => Promise<
    { readonly there: true; readonly value: Value } | { readonly there: false; readonly progress: Progress | null }
  >;
};

type Entry<Value> = { readonly work: AskedWork<Value>; waiting: number; settled: boolean };

type Loop = {
  /** A pause between two steps, which gives the loop back; made anew for each piece of work. */
  readonly pause: () => Pause;
  /** Comes back after as long as people are content to hear nothing. */
  readonly while: () => Promise<unknown>;
};

/** What it comes to, given a pause to take between its steps and somebody to tell how far it is. */
export type Work<Value> = (pause: Pause, tell: (progress: Progress) => void) => Promise<Value>;

/**
 * Long work that is done once however many ask for it meanwhile, kept under a key that says all it hangs on, and stopped when the last who
 * asked has left. What failed or was stopped is not kept.
 *
 * @param max so many results are kept; the last asked for is the last to go
 */
export function createKeptWork<Value>(max: number, loop: Loop) {
  const kept = new Map<string, Entry<Value>>();

  function begin(key: string, work: Work<Value>): Entry<Value> {
    let progress: Progress | null = null;
    const turn = loop.pause();
    const unlessLeft = async () => {
      await turn();
      if (entry.waiting === 0) throw new WorkLeft();
    };
    const tell = (told: Progress) => {
      progress = told;
    };
    // Begins once whoever asks is counted among those who wait, and is settled before anybody has the result.
    const value = Promise.resolve()
      .then(() => work(unlessLeft, tell))
      .finally(() => {
        entry.settled = true;
      });
    const look = () =>
      Promise.race([
        value.then((done) => ({ there: true as const, value: done })),
        loop.while().then(() => ({ there: false as const, progress })),
      ]);
    const entry: Entry<Value> = { work: { value, look }, waiting: 0, settled: false };
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return entry;
  }

  /** @param left aborts when whoever asks no longer waits; without one they are taken to wait to its end */
  return function ask(key: string, left: AbortSignal | null, work: Work<Value>): AskedWork<Value> {
    const entry = kept.get(key) ?? begin(key, work);
    if (left?.aborted !== true) entry.waiting += 1;
    left?.addEventListener(
      'abort',
      () => {
        entry.waiting -= 1;
        // Whoever asks from now on does not wait for what is being given up.
        if (entry.waiting === 0 && !entry.settled && kept.get(key) === entry) kept.delete(key);
      },
      { once: true },
    );
    kept.delete(key);
    kept.set(key, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= max) break;
      kept.delete(oldest);
    }
    return entry.work;
  };
}

/** The same work with what follows from its result, which is read anew for everybody who asks. */
export function whenDone<Value, More>(work: AskedWork<Value>, then: (value: Value) => Promise<More>): AskedWork<More> {
  const value = work.value.then(then);
  // Whoever looks is told of a failure; nobody may look.
  value.catch(() => {});
  return {
    value,
    look: async () => {
      const seen = await work.look();
      return seen.there ? { there: true, value: await value } : seen;
    },
  };
}

/** Nobody waits for the result any more. */
export class WorkLeft extends Error {
  constructor() {
    super('Nobody waits for this work any more.');
  }
}
