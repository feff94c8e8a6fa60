import { z } from 'zod';
import { idInput } from '@/lib/kernel/id-input';
import { typedText } from '@/lib/text/typed-text';
import { SOURCE_NAME_MAX, toNameKey } from './source';

/** A source's name as it is kept: NFC, single spaces, something to read in it. */
export const sourceNameInput = typedText
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A source needs a name.').max(SOURCE_NAME_MAX, `A source's name has at most ${SOURCE_NAME_MAX} characters.`))
  .refine((name) => toNameKey(name) !== '', 'A source needs a name that can be read.');

/** An existing source by id, or a name: found on the desk by its folded name, else created. */
export const sourceInput = z.union([z.object({ id: idInput }), z.object({ name: sourceNameInput })]);
export type SourceInput = z.infer<typeof sourceInput>;
