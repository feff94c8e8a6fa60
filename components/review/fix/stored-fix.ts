import { z } from 'zod';
import { keptTag } from '@/lib/claims/kept-claim';
import type { FixDraft } from '../drafts';

const storedFix = z.object({ version: z.int(), values: keptTag });

/** A fix that was stored, or null for what another build wrote or nobody can read. A module of its own: few pages have one to read. */
export function parseStoredFix(text: string): FixDraft | null {
  try {
    const parsed = storedFix.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
