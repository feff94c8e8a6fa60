import { describe, expect, it } from 'vitest';
import { seenAfter } from '@/components/adjudication/seen-version';

describe('seenAfter', () => {
  it('goes on by one decision of its own at a time', () => {
    expect(seenAfter(0, 1)).toBe(1);
    expect(seenAfter(7, 8)).toBe(8);
  });

  it('asks for the page anew where somebody else decided in between', () => {
    expect(seenAfter(7, 9)).toBeNull();
  });

  it('stays where the page was read since with that decision in it', () => {
    expect(seenAfter(9, 9)).toBe(9);
    expect(seenAfter(9, 8)).toBe(9);
  });
});
