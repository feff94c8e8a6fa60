import { expect, test } from 'vitest';
import { webAddressInput } from '@/lib/text/web-address';

const address = webAddressInput(60, 'No address.');

function faultOf(text: string) {
  return address.safeParse(text).error?.issues[0]?.message ?? null;
}

test.each([
  ['', null],
  ['  ', null],
  [' https://example.org/a?b=c#d ', 'https://example.org/a?b=c#d'],
  ['HTTP://example.org', 'HTTP://example.org'],
  ['https://пример.укр/שלום', 'https://пример.укр/שלום'],
])('%j is kept as %j', (typed, kept) => {
  expect(address.parse(typed)).toBe(kept);
});

const CONTROLS = 'This text holds control characters.';
const MARKS = 'An address holds no marks that turn the direction of text.';

test.each([
  ['https://a.b/\u0000x', CONTROLS],
  ['https://a.b/\u001b[31m', CONTROLS],
  ['https://a.b/\u009f', CONTROLS],
  ['https://a.b/\ud83c', 'This text is not valid Unicode.'],
  ['https://a.b/\u202egpj.exe', MARKS],
  ['https://a.b/\u2066x\u2069', MARKS],
  ['https://a.b/\u200f', MARKS],
  ['https://user:password@a.b/', 'No address.'],
  ['https://user@a.b/', 'No address.'],
  ['https://a b/', 'No address.'],
  ['https://a.b/\u2028x', 'No address.'],
  ['https:a.b', 'No address.'],
  ['https://', 'No address.'],
  ['javascript:alert(1)//https://a.b', 'No address.'],
  ['data:text/html,x', 'No address.'],
  ['a.b', 'No address.'],
  [`https://a.b/${'x'.repeat(60)}`, 'An address has at most 60 characters.'],
])('%j is refused: %s', (typed, message) => {
  expect(faultOf(typed)).toBe(message);
});
