import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../setup/refusal.mjs';

/** Makes the data folder (mode 0700) where it is missing, and makes sure that it can be written. */
export function prepareDataFolder(folder) {
  explain(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // A folder can pass every check and still take no file (a read-only mount, a full disk).
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x', { mode: 0o600 });
    rmSync(probe);
  });
}

/** The secret that signs sessions: 32 random bytes, made once and kept in the data folder (mode 0600). */
export function readSessionSecret(folder) {
  const file = path.join(folder, 'session-secret');
  return explain(folder, () => {
    if (!existsSync(file)) makeWhole(file, randomBytes(32).toString('base64url'));
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32) throw new Refusal(`${file} is damaged. Delete it; a new one is made, and everybody has to sign in again.`);
    chmodSync(file, 0o600);
    return secret;
  });
}

/** Writes a file that is there whole or not at all; where another process was first, its file stays. */
function makeWhole(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

const REASONS = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'it is on a read-only disk',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'there is a file in its place',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
};

function explain(folder, work) {
  try {
    return work();
  } catch (error) {
    const reason = REASONS[error.code];
    if (reason === undefined) throw error;
    throw new Refusal(`The data folder ${folder} cannot be used: ${reason}. Mend that, or choose another with HEARSAY_DATA.`);
  }
}
