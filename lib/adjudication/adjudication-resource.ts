import type { Checking } from '@/lib/assignments/checking';

/** What the permission table asks about adjudicating an article; `makers` made what is compared, where nobody was assigned. */
export type AdjudicationResource = { readonly deskId: string; readonly checking: Checking; readonly makers: readonly string[] };
