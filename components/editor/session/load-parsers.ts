import { required } from '@/lib/kernel/assert';
import type { KeptWrite } from '../outbox/entry';

type Parsers = typeof import('./kept-parsers');

/** Asked for again after this long when it could not be had, ms. */
const AGAIN_AFTER = 1000;

let parsers: Parsers | null = null;
let asked: Promise<Parsers> | null = null;

/** What reads back what is kept: once something is. Keeps asking until it comes; what is kept stays kept meanwhile. */
export function loadParsers(): Promise<Parsers> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<Parsers> {
  for (;;) {
    try {
      parsers = await import('./kept-parsers');
      return parsers;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    }
  }
}

/** For the outbox's store, which is read only after the parsers came, or while it is empty. */
export function parseKeptWrite(text: string): KeptWrite | null {
  return required(parsers, 'what is kept is read after its parsers are loaded').parseKeptWrite(text);
}
