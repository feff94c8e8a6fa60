/**
 * Work that takes seconds, done in pieces: between two of them it can wait, so that one process answers others meanwhile. What comes out is the
 * same however it is run, to the last digit: nothing else decides between two pieces.
 */
export type Pieces<Value> = Generator<undefined, Value, undefined>;

/** Without waiting: for whoever has nothing else to do. */
export function atOnce<Value>(pieces: Pieces<Value>): Value {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}

/** How long others wait at most, but for a single piece that takes longer, in milliseconds: less than a frame. */
const TURN = 10;

/**
 * Giving others their turn whenever it has worked for a while.
 *
 * @param now milliseconds that only go up
 * @param turn comes back once everybody who waits was answered
 */
export async function inTurns<Value>(pieces: Pieces<Value>, now: () => number, turn: () => Promise<unknown>): Promise<Value> {
  let until = now() + TURN;
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
    if (now() < until) continue;
    await turn();
    until = now() + TURN;
  }
}
