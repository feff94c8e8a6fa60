/** The languages of the frame: a folder of messages for each, named in frames.ts. Light, so that a choice in the browser can read it. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** That of who chose none. */
export const OWN_LANGUAGE: Language = 'en';

export function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}

/** What a language calls itself: “English”, “Deutsch”. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
