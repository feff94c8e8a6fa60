import type { z } from 'zod';

/** What was kept in the browser as text, read back; null for anything this code did not write. */
export function parseKept<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
