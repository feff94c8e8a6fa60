import path from 'node:path';
import { z } from 'zod';

/** Empty is as if it were not there: that is how a file of variables leaves one out. */
function orUnset(form: RegExp, message: string) {
  return z.preprocess((value) => (value === '' ? undefined : value), z.string().regex(form, message).optional());
}

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
  HEARSAY_SMTP_URL: orUnset(
    /^smtps?:\/\/[^\s/]+/i,
    'HEARSAY_SMTP_URL must start with smtp:// or smtps://, such as smtp://user:password@mail.example.org:587.',
  ),
  HEARSAY_MAIL_FROM: orUnset(
    /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/,
    'HEARSAY_MAIL_FROM must be an address, such as Hearsay <desk@example.org>.',
  ),
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
  /** The address people use, without a slash at its end; null where it is not known. */
  readonly home: string | null;
  /** The server that notices go out by, and who sends them; null: no mail. */
  readonly mail: { readonly url: string; readonly from: string } | null;
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
  const { NODE_ENV, HEARSAY_DATA, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, HEARSAY_SMTP_URL, HEARSAY_MAIL_FROM } = parsed.data;
  if ((HEARSAY_SMTP_URL === undefined) !== (HEARSAY_MAIL_FROM === undefined)) {
    throw new Error('HEARSAY_SMTP_URL and HEARSAY_MAIL_FROM go together: a server to send by, and the address that sends.');
  }
  const dataFolder = path.resolve(HEARSAY_DATA);
  return {
    mode: NODE_ENV,
    dataFolder,
    databaseFile: DATABASE_URL === undefined ? path.join(dataFolder, 'hearsay.db') : path.resolve(DATABASE_URL.slice('file:'.length)),
    sessionSecret: NEXTAUTH_SECRET ?? null,
    home: NEXTAUTH_URL?.replace(/\/+$/, '') ?? null,
    mail: HEARSAY_SMTP_URL === undefined || HEARSAY_MAIL_FROM === undefined ? null : { url: HEARSAY_SMTP_URL, from: HEARSAY_MAIL_FROM },
    https: NEXTAUTH_URL !== undefined && new URL(NEXTAUTH_URL).protocol === 'https:',
  };
}
