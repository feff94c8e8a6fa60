import { z } from 'zod';

const seqInput = z.coerce.number().pipe(z.int().min(0));

/** A place in the audit trail as it stands in an address or a header; null when there is none, or it is not one. */
export function parseSeq(text: string | null): number | null {
  return text === null || text.trim() === '' ? null : (seqInput.safeParse(text).data ?? null);
}
