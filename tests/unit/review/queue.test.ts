import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { parseCursor, toCursor } from '@/lib/review/queue';

describe('a queue cursor', () => {
  it('is read back as what was written, for any time a claim can be submitted at', () => {
    const times = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (submittedAt) => {
        const cursor = { submittedAt, id: newId() };
        expect(parseCursor(toCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it.each([
    '',
    '.',
    'nonsense',
    newId(),
    `1.${newId()} `,
    ` 1.${newId()}`,
    `-1.${newId()}`,
    `1e9.${newId()}`,
    `1.5.${newId()}`,
    `١.${newId()}`,
    `1.${newId()}.`,
    `1.${newId().toUpperCase()}`,
    `1.${newId()}\n`,
    `9999999999999999.${newId()}`,
    `${'9'.repeat(17)}.${newId()}`,
    "1.' OR 1=1 --",
    '1.__proto__',
  ])('is none when it reads %j', (text) => {
    expect(parseCursor(text)).toBeNull();
  });

  it('is none, and nothing is thrown, for any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 80 }), fc.stringMatching(/^\d{0,20}\.[0-9a-f-]{0,40}$/)), (text) => {
        fc.pre(!/^\d{1,16}\.[0-9a-f-]{36}$/.test(text));
        expect(parseCursor(text)).toBeNull();
      }),
    );
  });
});
