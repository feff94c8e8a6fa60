/**
 * Lets others have their turn in the middle of long work, and rejects when nobody waits for its result any more. Given by
 * whoever asks for the work, since pure code knows neither a timer nor a reader.
 */
export type Pause = () => Promise<void>;

export const withoutPause: Pause = async () => {};

/**
 * Long work cut into steps, each a few dozen milliseconds at most, with the result at its end: the same to the last digit however it is
 * run, since nothing else decides between two steps.
 */
export type Steps<Value> = Generator<void, Value, undefined>;

/** The result of `steps`, with a pause after each. */
export async function inTurns<Value>(steps: Steps<Value>, pause: Pause): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** The result of `steps`, all at once. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * A pause for work whose steps are shorter than anybody would notice: it lets others have their turn once it has worked for `ms`
 * milliseconds, and goes on at once until then.
 *
 * @param now milliseconds that only go up
 * @param turn comes back once everybody who waits was answered
 */
export function pauseEvery(ms: number, now: () => number, turn: () => Promise<unknown>): Pause {
  let until = now() + ms;
  return async () => {
    if (now() < until) return;
    await turn();
    until = now() + ms;
  };
}
