// npm test. Only the check runs on an old Node, so nothing newer than import() stands in this file.
import { requireNode } from './setup/node-version.mjs';

if (requireNode()) import('./test/main.mjs').then((main) => main.test(process.argv.slice(2)));
