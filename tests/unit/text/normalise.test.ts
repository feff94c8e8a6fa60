import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '@/lib/text/normalise';
import { anyString } from './arbitrary-text';

describe('normaliseText', () => {
  it.each([
    ['drops a byte order mark', '\ufeffHead', 'Head'],
    ['drops several byte order marks left by joined files', '\ufeff\ufeffHead', 'Head'],
    ['keeps a zero width no-break space inside', 'a\ufeffb', 'a\ufeffb'],
    ['turns CRLF into LF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['turns a lone CR into LF', 'a\rb\r\rc', 'a\nb\n\nc'],
    ['turns line and paragraph separators into LF', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['composes a letter and its mark', 'cafe\u0301', 'café'],
    ['composes Hangul', '\u1112\u1161\u11ab', '한'],
    ['leaves compatibility characters alone', 'ﬁ ² ½', 'ﬁ ² ½'],
    ['keeps white space at both ends', '  a \n', '  a \n'],
  ])('%s', (_, raw, text) => {
    expect(normaliseText(raw)).toBe(text);
  });

  it('leaves the sample article as it is', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    expect(normaliseText(sample)).toBe(sample);
    expect(createHash('sha256').update(normaliseText(sample)).digest('hex')).toBe(
      'a133f31c8461cf0e6cbc263b410d55ed91c602847a45be87798779f18cb2b6ba',
    );
  });

  it('is idempotent for any string', () => {
    fc.assert(
      fc.property(anyString, (raw) => {
        const once = normaliseText(raw);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/\r/u);
        expect(once.normalize('NFC')).toBe(once);
      }),
    );
  });
});
