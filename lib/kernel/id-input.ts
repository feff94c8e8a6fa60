import { z } from 'zod';
import { isId } from './ids';

// Apart from ids.ts: whoever makes an id need not load what checks one.

export const idInput = z.string().refine(isId, 'This is not an id.');

/** Made once by the client for each write, and sent again with every retry of it. Any UUID. */
export const writeKeyInput = z.uuid('A write needs a key (a UUID).');
