import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { CLAIMS_HEADER, WARNINGS_HEADER } from './formats';

/** How far a file has come: bytes, and claims of those it will hold; null where its format has nothing to count them by. */
export type Progress = { readonly bytes: number; readonly claims: number | null; readonly total: number };

type Asked = {
  /** What stands in the file once for each claim (`EXPORT_FORMAT_FACTS`), or null. */
  readonly perClaim: string | null;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

/** A whole file, under the name that the server gave it, and what it says about it; empty where nothing. */
export type Fetched = { readonly file: Blob; readonly name: string; readonly warnings: string };

/**
 * An export, asked of GET /api/articles/[id]/export/[format] from the browser, with word of how far it has come. Null when
 * `signal` called it off, which also stops the work on the server. A refusal when the server refused (its own error), or when
 * the connection broke before the end: half a file is none.
 */
export async function fetchExport(href: string, { perClaim, onProgress, signal }: Asked): Promise<Result<Fetched> | null> {
  try {
    const response = await fetch(href, { signal });
    if (!response.ok || response.body === null) return (await response.json()) as Result<Fetched>;
    const total = Number(response.headers.get(CLAIMS_HEADER));
    const count = countMarks(perClaim);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      bytes += value.length;
      const marks = count(value);
      onProgress({ bytes, claims: marks === null ? null : Math.min(marks, total), total });
    }
    if (signal.aborted) return null;
    const file = new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
    return ok({ file, name: nameOf(response.headers), warnings: decodeURIComponent(response.headers.get(WARNINGS_HEADER) ?? '') });
  } catch {
    return signal.aborted ? null : refused(appError('UNEXPECTED', 'The export broke off before its end. Nothing was saved.'));
  }
}

/** What `contentDisposition` (file-name.ts) wrote. */
function nameOf(headers: Headers): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]*)/u.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return decodeURIComponent(encoded);
}

/** Counts `mark` in bytes of UTF-8 as they come, also where it lies across two pieces: how often it has come so far. */
export function countMarks(mark: string | null): (piece: Uint8Array) => number | null {
  if (mark === null) return () => null;
  const decoder = new TextDecoder();
  let marks = 0;
  let rest = '';
  return (piece) => {
    const text = rest + decoder.decode(piece, { stream: true });
    let from = 0;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, from)) {
      marks += 1;
      from = at + mark.length;
    }
    rest = text.slice(Math.max(from, text.length - mark.length + 1));
    return marks;
  };
}
