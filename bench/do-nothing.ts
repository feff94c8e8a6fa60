'use server';

/** The peer of a save: a server action with nothing in it, not even the question who is asking. */
export async function doNothing(): Promise<null> {
  return null;
}
