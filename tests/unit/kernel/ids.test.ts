import { describe, expect, it } from 'vitest';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { isId, newId } from '@/lib/kernel/ids';

describe('an id', () => {
  it('is a UUIDv7 (RFC 9562, section 5.7) of now', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('never comes twice and comes in the order of time, also within a millisecond', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it.each([
    '',
    'x',
    '017f22e2-79b0-4cc3-98c4-dc0c0c07398f',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
    '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}',
    '017f22e2-79b0-7cc3-18c4-dc0c0c07398f',
  ])('is not %j', (text) => {
    expect([isId(text), idInput.safeParse(text).success]).toEqual([false, false]);
  });

  it('is read as it is written in the standard', () => {
    expect(isId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(true); // RFC 9562, appendix A.6
  });
});

describe('a write key', () => {
  it('is any UUID, as browsers make them', () => {
    expect(writeKeyInput.safeParse(crypto.randomUUID()).success).toBe(true);
    expect(writeKeyInput.safeParse(newId()).success).toBe(true);
    for (const text of ['', 'again', '00000000', null, 7]) expect(writeKeyInput.safeParse(text).success, String(text)).toBe(false);
  });
});
