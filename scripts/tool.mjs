// Runs one of our TypeScript programs: node scripts/tool.mjs <file> [argument...]
// Only the check runs on an old Node, so nothing newer than import() stands in this file.
import { requireNode } from './setup/node-version.mjs';

if (requireNode()) import('./setup/tool.mjs').then((tool) => tool.runTool(process.argv.slice(2)));
