import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (2; the package's enum cannot be imported under isolated modules) with OWASP's parameters (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. About 15 ms. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

let decoy: Promise<string> | null = null;

/** Spends the time of a check for an account that does not exist, so that the answer's delay tells nothing. */
export async function verifyAgainstNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
  return false;
}
