import path from 'node:path';
import { z } from 'zod';

/** The only reader of `process.env`. Everything has a default but the session secret, which scripts/start makes. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HEARSAY_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'DATABASE_URL must start with "file:", such as file:data/hearsay.db.')
    .optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'NEXTAUTH_SECRET must have at least 32 characters.').optional(),
  NEXTAUTH_URL: z.url().optional(),
});

export type Env = {
  readonly mode: 'development' | 'production' | 'test';
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Null outside the server (the command line signs nothing). */
  readonly sessionSecret: string | null;
  /** Whether the site is served over https, so that cookies are marked secure. */
  readonly https: boolean;
};

let cached: Env | null = null;

/** The checked environment, read once. Throws one sentence a variable when something is wrong. */
export function getEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Pure: `variables` in, checked values out. Relative paths are taken from the working folder. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const { NODE_ENV, HEARSAY_DATA, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL } = parsed.data;
  const dataFolder = path.resolve(HEARSAY_DATA);
  return {
    mode: NODE_ENV,
    dataFolder,
    databaseFile: DATABASE_URL === undefined ? path.join(dataFolder, 'hearsay.db') : path.resolve(DATABASE_URL.slice('file:'.length)),
    sessionSecret: NEXTAUTH_SECRET ?? null,
    https: NEXTAUTH_URL !== undefined && new URL(NEXTAUTH_URL).protocol === 'https:',
  };
}
