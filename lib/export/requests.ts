import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { CLAIMS_HEADER, FRAMES_HEADER, WARNINGS_HEADER } from './formats';
import { createFrameReader, type Done } from './frames';

/** How far a file has come: its bytes, how much of the work is done, and how many claims (of many: articles) it will hold. */
export type Progress = Done & { readonly bytes: number; readonly held: number };

type Asked = { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal };

/** A whole file, under the name that the server gave it, and what it says about it; empty where nothing. */
export type Fetched = { readonly file: Blob; readonly name: string; readonly warnings: string };

const BROKEN = 'The export broke off before its end. Nothing was saved.';

/**
 * An export, asked of GET /api/articles/[id]/export/[format] or /api/export/[form]/[format] from the browser, with word of how far it has
 * come. Null when `signal` called it off, which also stops the work on the server. A refusal when the server refused (its own error),
 * or when the connection broke before the end: half a file is none.
 */
export async function fetchExport(href: string, { onProgress, signal }: Asked): Promise<Result<Fetched> | null> {
  try {
    const response = await fetch(href, { signal, headers: { [FRAMES_HEADER]: '1' } });
    if (!response.ok || response.body === null) return (await response.json()) as Result<Fetched>;
    // Bytes of a file read as frames would be another file.
    if (!response.headers.has(FRAMES_HEADER)) return refused(appError('UNEXPECTED', BROKEN));
    const held = Number(response.headers.get(CLAIMS_HEADER));
    const frames = createFrameReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const part of frames.take(value)) {
        parts.push(part);
        bytes += part.length;
      }
      const work = frames.work();
      if (work !== null && work.total > 0) onProgress({ ...work, bytes, held });
    }
    if (signal.aborted) return null;
    const end = frames.end();
    if (end === null || !end.whole) return refused(appError('UNEXPECTED', end?.words ?? BROKEN));
    const file = new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
    const known = decodeURIComponent(response.headers.get(WARNINGS_HEADER) ?? '');
    return ok({ file, name: nameOf(response.headers), warnings: [known, end.words].filter((words) => words !== '').join(' ') });
  } catch {
    return signal.aborted ? null : refused(appError('UNEXPECTED', BROKEN));
  }
}

/** What `contentDisposition` (file-name.ts) wrote. */
function nameOf(headers: Headers): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]*)/u.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return decodeURIComponent(encoded);
}
