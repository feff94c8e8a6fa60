import { z } from 'zod';
import { writeKeyInput } from '@/lib/kernel/id-input';
import { isBlank } from '@/lib/text/blank';
import { typedText } from '@/lib/text/typed-text';
import { HOUSE_NAME_MAX, LOGO_ALT_MAX, LOGO_BYTES_MAX } from './house';

const line = (max: number, what: string) =>
  typedText
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((text) => [...text].length <= max, `${what} has at most ${max} characters.`)
    .transform((text) => (isBlank(text) ? '' : text));

/** Four signs for three bytes. */
const BASE64_MAX = Math.ceil(LOGO_BYTES_MAX / 3) * 4;

/** Name and sign of the house as they should be from now on, in the version the person saw. A logo is kept, taken away, or another one. */
export const saveHouseInput = z
  .object({
    key: writeKeyInput,
    version: z.int().min(0),
    name: line(HOUSE_NAME_MAX, 'A name'),
    logo: z.union([
      z.literal('keep'),
      z.literal('none'),
      z.object({ base64: z.string().max(BASE64_MAX, `A logo has at most ${LOGO_BYTES_MAX / 1000} kB.`) }),
    ]),
    alt: line(LOGO_ALT_MAX, 'A description'),
  })
  .refine(({ logo, alt }) => typeof logo === 'string' || alt !== '', {
    path: ['alt'],
    error: 'Say what the logo shows, for those who do not see it.',
  });
export type SaveHouseInput = z.output<typeof saveHouseInput>;
