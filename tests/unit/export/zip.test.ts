import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportReport } from '@/lib/export/export-report';
import { exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { type ZippedFile, zipPieces } from '@/lib/export/zip';
import { buildReport } from '@/lib/report/model';
import { harbour } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';

const MODEL = buildReport(harbour());
type Manifest = { files: { name: string; format: string; bytes: number; sha256: string }[] };

describe('the archive', () => {
  test('holds every other format as it is exported alone', async () => {
    const files = unzipSync(await exportedFile('zip', MODEL));
    for (const format of EXPORT_FORMATS.filter((name) => name !== 'zip')) {
      const alone = await exportedFile(format, MODEL);
      expect(Buffer.from(files[exportFileName(format, MODEL)] ?? []).equals(Buffer.from(alone)), format).toBe(true);
    }
  });

  test('lists its files with their lengths and hashes', async () => {
    const files = unzipSync(await exportedFile('zip', MODEL));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)) as Manifest;
    expect(manifest).toMatchObject({ format: 'hearsay-archive', version: 1, kind: 'report', revision: { sha256: MODEL.revision.sha256 } });
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    );
    for (const { name, bytes, sha256 } of manifest.files) {
      const file = files[name] as Uint8Array;
      expect({ bytes, sha256 }).toEqual({ bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') });
    }
  });

  test('holds the JSON Schema of its data', async () => {
    const files = unzipSync(await exportedFile('zip', MODEL));
    const schema = JSON.parse(strFromU8(files['hearsay-article-2.schema.json'] as Uint8Array)) as { title: string };
    expect(schema.title).toBe('Hearsay article, version 2');
  });

  test('has the same bytes in every time zone', async () => {
    const zone = process.env.TZ;
    const written = [];
    try {
      for (const name of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = name;
        written.push(Buffer.from(await exportedFile('zip', MODEL)).toString('base64'));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(new Set(written).size).toBe(1);
  });

  test('asks for a file when it comes to it, so that leaving it stops the work', async () => {
    let pieces = 0;
    for await (const _ of exportReport('zip', MODEL)) if (++pieces === 1) break;
    expect(pieces).toBe(1);
  });

  test('gives way before each file and begins none before its turn, since some look through all claims first', async () => {
    const said: string[] = [];
    const files = (function* (): Generator<ZippedFile> {
      for (const name of ['a', 'b']) {
        said.push(name);
        yield { name, format: 'csv', mediaType: 'text/csv', pieces: exportReport('csv', MODEL) };
      }
    })();
    const pause = async () => {
      said.push('pause');
    };
    for await (const _ of zipPieces(MODEL, files, pause));
    expect(said.join(' ')).toMatch(/^a pause .*b pause /u);
  });
});
