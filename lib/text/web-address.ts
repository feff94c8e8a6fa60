import { z } from 'zod';
import { typedText } from './typed-text';

/**
 * An address a browser may open and a reader can trust to be what it looks like: nothing but http and https, nobody's
 * password in it, no control characters and no marks that turn the direction of what follows. Empty: none, hence null.
 * `fault` is the sentence for what is no such address.
 */
export function webAddressInput(max: number, fault: string) {
  return typedText
    .transform((text) => text.trim())
    .pipe(z.string().max(max, `An address has at most ${max} characters.`))
    .refine((text) => !/\p{Bidi_Control}/u.test(text), 'An address holds no marks that turn the direction of text.')
    .refine((text) => text === '' || isWebAddress(text), fault)
    .transform((text) => (text === '' ? null : text));
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
