import { z } from 'zod';
import { isBlank } from './blank';

/** Text a person typed: no control characters other than line breaks and tabs, well-formed Unicode. */
export const typedText = z
  .string()
  .refine((text) => text.isWellFormed(), 'This text is not valid Unicode.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u.test(text), 'This text holds control characters.');

/** The same, trimmed, with something in it to be read: zero-width spaces and marks of direction alone are no words. */
export function typedWords(missing: string) {
  return typedText.trim().refine((text) => !isBlank(text), missing);
}
