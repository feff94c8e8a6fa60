import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot, ROOT } from './root.mjs';

// A stamp is a small file beside what was made, holding the hash of what it was made from.
// Where the two differ, or the stamp is gone, the thing is made again.

/** SHA-256 (hex) over the names and contents of files and folders (relative to the root), and over `words`. */
export function hashOf(entries, { without = [], words = [] } = {}) {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const entry of entries) addTo(hash, fromRoot(entry), new Set(without.map((name) => fromRoot(name))));
  return hash.digest('hex');
}

function addTo(hash, file, without) {
  if (!existsSync(file) || without.has(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name), without);
    return;
  }
  hash
    .update(`${path.relative(ROOT, file)}\0`)
    .update(readFileSync(file))
    .update('\0');
}

export function readStamp(file) {
  return existsSync(fromRoot(file)) ? readFileSync(fromRoot(file), 'utf8') : null;
}

export function writeStamp(file, value) {
  writeFileSync(fromRoot(file), value);
}

/** Before making a thing again: should that be interrupted, what is there must not pass for whole. */
export function clearStamp(file) {
  rmSync(fromRoot(file), { force: true });
}
