import { z } from 'zod';
import { type Asked, parseAsked } from '@/lib/export/choice';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { WHOLE } from '@/lib/report/choices';
import { typedText, typedWords } from '@/lib/text/typed-text';
import { CLOSING_REASON_MAX, NOTE_MAX } from './publication';
import { Secret } from './secret';

/** As for accounts: from 10 characters on, a report's password may be shared by many and is tried by strangers. */
export const LINK_PASSWORD_MIN = 10;
export const LINK_PASSWORD_MAX = 200;

const passwordInput = z
  .string()
  .min(LINK_PASSWORD_MIN, `A password has at least ${LINK_PASSWORD_MIN} characters.`)
  .max(LINK_PASSWORD_MAX, `A password has at most ${LINK_PASSWORD_MAX} characters.`)
  .transform((text) => new Secret(text));

/** Who may read it, and until when. A password is kept, taken away, or set to another one. */
export const accessInput = z.object({
  listed: z.boolean(),
  expiresAt: z.date().nullable(),
  password: z.union([z.literal('keep'), z.literal('none'), z.object({ set: passwordInput })]),
});
export type AccessInput = z.output<typeof accessInput>;

export const noteInput = typedText
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => [...text].length <= NOTE_MAX, `A remark has at most ${NOTE_MAX} characters.`);

/** What is left out of it and withheld, written as in an address (lib/export/choice.ts). */
const choicesInput = z
  .object({ without: z.string().max(200).optional(), parts: z.string().max(200).optional(), language: z.string().max(35).optional() })
  .transform((written, { addIssue }): Asked => {
    const asked = parseAsked(written);
    if (asked.ok) return asked.value;
    addIssue(asked.error.message);
    return z.NEVER;
  });

/** The publication in the version the person was looking at; 0 where there was none. */
const versionInput = z.object({ key: writeKeyInput, articleId: idInput, version: z.int().min(0) });

/**
 * Publishes the report as the person saw it: `fingerprint` is that of what they were shown. Where there is a publication
 * already it is a correction, and `access` null leaves the link as it is. Left out and withheld is what `choices` says, of the first
 * edition and of a correction alike: nothing is carried over unseen.
 */
export const publishReportInput = versionInput.extend({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'This is not a fingerprint.'),
  note: noteInput.default(''),
  access: accessInput.nullable().default(null),
  choices: choicesInput.default(WHOLE),
  /** Whether open editions that still show what this one withholds are closed. */
  closeEarlier: z.boolean().default(false),
});
export type PublishReportInput = z.output<typeof publishReportInput>;

export const setAccessInput = versionInput.extend({ access: accessInput });
export type SetAccessInput = z.output<typeof setAccessInput>;

/** Takes the link back, or gives it back. */
export const publicationVersionInput = versionInput;
export type PublicationVersionInput = z.output<typeof publicationVersionInput>;

/** One edition of the publication, by its number. */
export const editionInput = versionInput.extend({ number: z.int().min(1) });
export type EditionInput = z.output<typeof editionInput>;

export const closeEditionInput = editionInput.extend({
  reason: typedWords('Say why, for the desk.').max(CLOSING_REASON_MAX, `A reason has at most ${CLOSING_REASON_MAX} characters.`),
});
export type CloseEditionInput = z.output<typeof closeEditionInput>;
