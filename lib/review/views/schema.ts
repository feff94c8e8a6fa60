import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedWords } from '@/lib/text/typed-text';
import { queueFilterInput } from '../schema';
import { VIEW_NAME_MAX } from './view';

/** Only what the queue knows, and in its words: whatever else stood in an address is left out. */
const queryInput = z
  .string()
  .max(2000)
  .transform((query) => {
    const { after: _, ...filter } = queueFilterInput.parse(Object.fromEntries(new URLSearchParams(query)));
    return new URLSearchParams(
      Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ).toString();
  });

/** A new view has version 0; afterwards the one the person saw. */
export const saveViewInput = z.object({
  key: writeKeyInput,
  viewId: idInput,
  version: z.int().min(0),
  name: typedWords('Give the view a name.').max(VIEW_NAME_MAX, `A name has at most ${VIEW_NAME_MAX} characters.`),
  query: queryInput,
});
export type SaveViewInput = z.output<typeof saveViewInput>;

export const deleteViewInput = z.object({ key: writeKeyInput, viewId: idInput, version: z.int().min(1) });
export type DeleteViewInput = z.infer<typeof deleteViewInput>;
