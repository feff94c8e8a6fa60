import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceDirection } from '@/lib/text/balance-direction';

describe('balanceDirection', () => {
  it.each([
    ['an override that nothing closes', '\u202eegdirB', 'egdirB'],
    ['a closer of nothing', 'Bridge\u202c\u2069', 'Bridge'],
    ['an embedding that the end of an isolate cuts off', '\u2067a\u202bb\u2069c', '\u2067ab\u2069c'],
    ['a closer that belongs outside of the isolate it stands in', '\u202aa\u2066b\u202cc\u2069d\u202c', '\u202aa\u2066bc\u2069d\u202c'],
  ])('takes out %s', (_, text, balanced) => {
    expect(balanceDirection(text)).toBe(balanced);
  });

  it.each(['A bridge', 'He said \u2067שלום\u2069.', '\u202bשלום \u202aHello\u202c\u202c', 'a\u200eb\u200fc', '😀'])(
    'leaves %j as it is',
    (text) => expect(balanceDirection(text)).toBe(text),
  );

  it('changes nothing the second time, and no other character ever', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'א', '😀', '\u202a', '\u202e', '\u202c', '\u2066', '\u2068', '\u2069'),
      maxLength: 12,
    });
    const words = (some: string) => some.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    fc.assert(
      fc.property(text, (some) => {
        const once = balanceDirection(some);
        expect(balanceDirection(once)).toBe(once);
        expect(words(once)).toBe(words(some));
      }),
    );
  });
});
