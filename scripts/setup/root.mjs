import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function fromRoot(...parts) {
  return path.join(ROOT, ...parts);
}
