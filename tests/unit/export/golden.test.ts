import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleFile } from '@/lib/export/article-file';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';
import { HEARSAY_CONTEXT } from '@/lib/export/jsonld-context';
import { buildReport } from '@/lib/report/model';
import { harbour } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';
import { toReadable } from '@/tests/support/readable';

/**
 * The files every format gives for one small article, compared byte for byte, and the JSON Schema written from its
 * zod shape. To renew them after a change that is meant, and then read the difference:
 *
 *     UPDATE_GOLDEN=1 npx vitest run --project unit tests/unit/export/golden.test.ts
 */
const RENEW = process.env.UPDATE_GOLDEN === '1';

/** Formats of text: bytes of the others depend on how the machine's own libraries pack them. */
const TEXTS = EXPORT_FORMATS.filter((format) => /^text|json/u.test(EXPORT_FORMAT_FACTS[format].mediaType));

const FOLDER = new URL('../../fixtures/export/', import.meta.url);
const CONTEXT = new URL('../../../docs/schemas/hearsay-context.jsonld', import.meta.url);
const SCHEMA = new URL('../../../docs/schemas/hearsay-article-2.schema.json', import.meta.url);

function expectSame(file: URL, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  if (RENEW) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, bytes);
  }
  expect(existsSync(file), `${file.pathname} is there`).toBe(true);
  const golden = readFileSync(file);
  // Compared as text for a readable difference, then as bytes: a byte order mark or a line end counts.
  expect(toReadable(bytes)).toBe(toReadable(golden));
  expect(bytes.equals(golden)).toBe(true);
}

describe.each([
  ['report', buildReport(harbour({ kind: 'report' }))],
  ['working-copy', buildReport(harbour({ kind: 'working_copy' }))],
] as const)('the golden %s', (name, model) => {
  test.each(TEXTS)('is what %s gives, byte for byte', async (format) => {
    expectSame(new URL(`${name}.${format}`, FOLDER), await exportedFile(format, model));
  });

  test.each(EXPORT_FORMATS)('is the same when %s is written again', async (format) => {
    expect(await exportedFile(format, model)).toEqual(await exportedFile(format, model));
  });
});

test('the published JSON Schema is the shape that is written and read', () => {
  expectSame(SCHEMA, `${JSON.stringify(z.toJSONSchema(articleFile, { io: 'input' }), null, 2)}\n`);
});

test('the published context is the one that exports carry', () => {
  expectSame(CONTEXT, `${JSON.stringify({ '@context': HEARSAY_CONTEXT }, null, 2)}\n`);
});
