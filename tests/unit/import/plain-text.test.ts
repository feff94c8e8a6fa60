import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_MAX_BYTES } from '@/lib/import/decode-text';
import { importPastedText, importTextFile, TITLE_MAX } from '@/lib/import/plain-text';
import { normaliseText } from '@/lib/text/normalise';
import { anyString } from '../text/arbitrary-text';

const withoutMarks = (text: string) => text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('importPastedText', () => {
  it('normalises the text and takes its first visible line as the title', () => {
    expect(importPastedText('\ufeff \r\n  Cafe\u0301 closed \r\nBody.\r')).toEqual({
      ok: true,
      value: { text: ' \n  Café closed \nBody.\n', title: 'Café closed', encoding: null, fileName: null },
    });
  });

  it.each([
    ['', 'The text is empty.'],
    [' \n\t\u200b', 'The text holds only white space.'],
    ['one\r\ntwo\0', 'The text holds a control character (U+0000) on line 2.'],
    ['one\n\ntwo\u001b[1m', 'The text holds a control character (U+001B) on line 3.'],
    ['one\rtwo\ftwo', 'The text holds a control character (U+000C) on line 2.'],
    ['don\u0092t', 'The text holds a control character (U+0092) on line 1.'],
    ['one\ntwo \ud83d three', 'The text holds half a character (a lone surrogate, U+D83D) on line 2.'],
    ['\ude00 one', 'The text holds half a character (a lone surrogate, U+DE00) on line 1.'],
  ])('refuses %j', (text, message) => {
    expect(importPastedText(text)).toEqual({ ok: false, error: { code: 'INVALID', message, field: 'text' } });
  });

  it('counts its limit in bytes of UTF-8', () => {
    expect(importPastedText('a'.repeat(TEXT_MAX_BYTES))).toMatchObject({ ok: true });
    expect(importPastedText('a'.repeat(TEXT_MAX_BYTES + 1))).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(importPastedText('я'.repeat(TEXT_MAX_BYTES / 2 + 1))).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
  });

  it('cuts a long title between characters', () => {
    const family = '👩‍👩‍👧';
    const imported = importPastedText(family.repeat(500));
    expect(imported).toMatchObject({ ok: true, value: { title: `${family.repeat(TITLE_MAX - 1)}…` } });
    expect(importPastedText('x'.repeat(TITLE_MAX))).toMatchObject({ ok: true, value: { title: 'x'.repeat(TITLE_MAX) } });
  });

  it('cuts a title that is one character with too many marks', () => {
    const imported = importPastedText(`a${'\u0301'.repeat(400_000)}\n\nBody`);
    expect(imported.ok && imported.value.title.length).toBeLessThan(3100);
  });

  it('gives canonical text or a reason, for any string', () => {
    fc.assert(
      fc.property(anyString, (raw) => {
        const imported = importPastedText(raw);
        if (!imported.ok) {
          expect(imported.error.code).toBe('INVALID');
          return;
        }
        const { text, title } = imported.value;
        expect(text).toBe(normaliseText(raw));
        // A mark that would turn what stands beside the title is not in it.
        expect(withoutMarks(text)).toContain(withoutMarks(title));
        expect(title).not.toMatch(/\n/u);
        expect(title).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('importTextFile', () => {
  it('takes the sample article as it is', () => {
    const imported = importTextFile(new Uint8Array(readFileSync('prisma/sample/article.txt')), 'article.txt');
    if (!imported.ok) throw new Error(imported.error.message);
    expect(imported.value).toMatchObject({ encoding: 'UTF-8', fileName: 'article.txt' });
    expect(imported.value.title).toMatch(/^Close Putin Ally Attempted .* Negotiations$/u);
    expect(createHash('sha256').update(imported.value.text).digest('hex')).toBe(
      'a133f31c8461cf0e6cbc263b410d55ed91c602847a45be87798779f18cb2b6ba',
    );
  });

  it('says which field is at fault', () => {
    expect(importTextFile(new Uint8Array(), 'a.txt')).toEqual({
      ok: false,
      error: { code: 'INVALID', message: 'The file is empty.', field: 'file' },
    });
    expect(importTextFile(utf8('one\n\u0007'), 'a.txt')).toMatchObject({
      error: { message: 'The text holds a control character (U+0007) on line 2.', field: 'file' },
    });
    expect(importTextFile(new Uint8Array(TEXT_MAX_BYTES + 1), 'a.txt')).toMatchObject({ error: { code: 'TOO_LARGE', field: 'file' } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void importTextFile(bytes, 'a.txt')));
  });
});
