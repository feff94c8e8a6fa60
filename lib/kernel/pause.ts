/**
 * Lets others have their turn in the middle of long work, and rejects when nobody waits for its result any more. Given by
 * whoever asks for the work, since pure code knows neither a timer nor a reader.
 */
export type Pause = () => Promise<void>;

export const withoutPause: Pause = async () => {};

/** Long work cut into steps, each a few milliseconds to a few dozen, with the result at its end. */
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
