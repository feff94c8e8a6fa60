import { ENGLISH } from './en/english';
import type { Frame } from './frame';
import { isLanguage, type Language, OWN_LANGUAGE } from './languages';

/** The messages of each language. */
const FRAMES: Readonly<Record<Language, Frame>> = { en: ENGLISH };

export function frameOf(language: Language): Frame {
  return FRAMES[language];
}

/** That of what was kept with this language, or with none, which is English; English too where this Hearsay no longer has it. */
export function frameOfKept(language: string | undefined): Frame {
  return frameOf(language !== undefined && isLanguage(language) ? language : OWN_LANGUAGE);
}
