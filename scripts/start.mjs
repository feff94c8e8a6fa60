// npm start. Only the check runs on an old Node, so nothing newer than import() stands in this file.
import { requireNode } from './setup/node-version.mjs';

if (requireNode()) import('./start/main.mjs').then((main) => main.start({ development: process.argv.includes('--dev') }));
