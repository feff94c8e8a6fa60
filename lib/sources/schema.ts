import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { isBlank } from '@/lib/text/blank';
import { typedText } from '@/lib/text/typed-text';
import { webAddressInput } from '@/lib/text/web-address';
import { GRADE_REASON_MAX, GRADE_REASON_MIN, GRADES } from './grade';
import { SOURCE_KINDS } from './source';
import { sourceNameInput } from './source-input';

const SOURCE_TEXT_MAX = 300;
export const URL_MAX = 2000;

/** The source in the version the person was looking at. */
const sourceVersionInput = z.object({ key: writeKeyInput, sourceId: idInput, version: z.int().min(1) });
export type SourceVersionInput = z.infer<typeof sourceVersionInput>;

function shortText(what: string) {
  return typedText
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(SOURCE_TEXT_MAX, `${what} has at most ${SOURCE_TEXT_MAX} characters.`));
}

/** BCP 47 (RFC 5646), put into its canonical form: “en”, “pt-BR”, “zh-Hant”. Empty: not known. */
const languageInput = typedText
  .transform((text) => text.trim())
  .refine((text) => text === '' || toLanguageTag(text) !== null, 'Write a language tag such as en, uk, pt-BR or zh-Hant.')
  .transform((text) => toLanguageTag(text) ?? '');

/** The tag in its canonical form, or null. Primary languages have two or three letters: longer ones are reserved, none is registered. */
function toLanguageTag(text: string): string | null {
  if (text.length > 35 || !/^[a-z]{2,3}(-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

const WIKIDATA = /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,11})(?:[#?].*)?$/i;

/** A Wikidata item, or the address of its page; empty: none. */
const wikidataInput = typedText
  .transform((text) => text.trim())
  .refine((text) => text === '' || WIKIDATA.test(text), 'Write a Wikidata id, Q and digits (Q9684), or paste the address of its page.')
  .transform((text) => WIKIDATA.exec(text)?.[1]?.toUpperCase() ?? null);

const fields = {
  name: sourceNameInput,
  kind: z.enum(SOURCE_KINDS),
  affiliation: shortText('An affiliation'),
  role: shortText('A role'),
  language: languageInput,
  homepage: webAddressInput(URL_MAX, 'Write the whole address, with https:// or http:// before it.'),
  wikidata: wikidataInput,
  parentId: idInput.nullable(),
};

/** What the form of a source holds, for it to be checked before there is anything to send. */
export const sourceFieldsInput = z.object(fields);

/** The whole of it as it should be from now on. */
export const editSourceInput = sourceVersionInput.extend(fields);
export type EditSourceInput = z.infer<typeof editSourceInput>;

export const addAliasInput = sourceVersionInput.extend({ alias: sourceNameInput });
export type AddAliasInput = z.infer<typeof addAliasInput>;

export const removeAliasInput = sourceVersionInput.extend({ aliasId: idInput });
export type RemoveAliasInput = z.infer<typeof removeAliasInput>;

export const mergeSourceInput = sourceVersionInput.extend({ intoId: idInput, intoVersion: z.int().min(1) });
export type MergeSourceInput = z.infer<typeof mergeSourceInput>;

export const splitSourceInput = sourceVersionInput;

function reasonInput(missing: string) {
  return typedText
    .transform((text) => text.trim())
    .refine((text) => !isBlank(text) && [...text].length >= GRADE_REASON_MIN, missing)
    .pipe(z.string().max(GRADE_REASON_MAX, `A reason has at most ${GRADE_REASON_MAX} characters.`));
}

export const gradeSourceInput = sourceVersionInput.extend({
  grade: z.enum(GRADES, 'Choose a grade, A to F.'),
  reason: reasonInput('A grade needs its reason: in a few words, what it rests on.'),
});
export type GradeSourceInput = z.infer<typeof gradeSourceInput>;

export const retractSourceInput = sourceVersionInput.extend({
  reason: reasonInput('Say why the source is retracted: whoever used it will ask.'),
});
export type RetractSourceInput = z.infer<typeof retractSourceInput>;

export const unretractSourceInput = sourceVersionInput;

/** How many rows the registry lists, and how many more each time. */
export const REGISTRY_PAGE = 100;
export const REGISTRY_MAX = 2000;

/** The registry's list as it stands in the URL. Unknown values are dropped, so that an old link still opens. */
export const registryFilterInput = z.object({
  q: z
    .string()
    .transform((text) => text.slice(0, 200).trim())
    .catch('')
    .default(''),
  article: idInput.optional().catch(undefined),
  shown: z.coerce.number().int().min(REGISTRY_PAGE).max(REGISTRY_MAX).catch(REGISTRY_PAGE).default(REGISTRY_PAGE),
});
export type RegistryFilter = z.infer<typeof registryFilterInput>;
