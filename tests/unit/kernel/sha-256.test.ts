import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSha256 } from '@/lib/kernel/sha-256';

it('gives the digest that Node gives, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (pieces) => {
      const [ours, theirs] = [createSha256(), createHash('sha256')];
      for (const piece of pieces) {
        ours.update(piece);
        theirs.update(piece);
      }
      expect(ours.digest()).toBe(theirs.digest('hex'));
    }),
    { numRuns: 300 },
  );
});
