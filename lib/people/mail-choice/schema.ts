import { z } from 'zod';
import { writeKeyInput } from '@/lib/kernel/id-input';
import { MAIL_CHOICES } from './mail-choice';

export const saveMailChoiceInput = z.object({ key: writeKeyInput, version: z.int().min(0), choice: z.enum(MAIL_CHOICES) });
export type SaveMailChoiceInput = z.infer<typeof saveMailChoiceInput>;
