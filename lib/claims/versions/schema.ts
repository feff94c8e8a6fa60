import type { z } from 'zod';
import { idInput } from '@/lib/kernel/id-input';
import { claimVersionInput } from '../schema';

/** `eventId`: the event of the trail that left what is wanted back; `version`: the claim's, as the person saw it. */
export const restoreVersionInput = claimVersionInput.extend({ eventId: idInput });
export type RestoreVersionInput = z.infer<typeof restoreVersionInput>;
