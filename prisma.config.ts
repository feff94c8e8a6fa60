import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this; the database address comes from lib/env.ts at run time. */
export default defineConfig({ schema: 'prisma/schema.prisma' });
