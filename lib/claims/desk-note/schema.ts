import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedText } from '@/lib/text/typed-text';
import { DESK_NOTE_MAX } from './desk-note';

/** The whole note as it should be from now on, of a claim whose note the person saw in this version (0: none yet). */
export const saveDeskNoteInput = z.object({
  key: writeKeyInput,
  claimId: idInput,
  version: z.int().min(0),
  text: typedText
    .transform((text) => text.trim())
    .pipe(z.string().max(DESK_NOTE_MAX, `A desk note has at most ${DESK_NOTE_MAX} characters.`)),
});
export type SaveDeskNoteInput = z.infer<typeof saveDeskNoteInput>;
