import { z } from 'zod';
import type { Gone } from '@/lib/claims/changes/claim-changes';
import type { Claim } from '@/lib/claims/claim';
import { keptClaim } from '@/lib/claims/kept-claim';
import type { PersonRef } from '@/lib/kernel/person';

/** What happened in an article, as every page that shows it is told. */
export type Message =
  /**
   * Claims as they now are, those that are gone, and the ids of those that something was said about: who shows that reads it.
   * `seq` is how far that goes: what to ask from next time.
   */
  | {
      readonly kind: 'changes';
      readonly seq: number;
      readonly claims: readonly Claim[];
      readonly gone: readonly Gone[];
      readonly talked: readonly string[];
    }
  /** Too much happened to tell it one by one: read all claims again. */
  | { readonly kind: 'again'; readonly seq: number }
  /** Everybody who has the article open, the one who is told among them. */
  | { readonly kind: 'people'; readonly people: readonly PersonRef[] }
  /** Nothing happened: a sign of life. */
  | { readonly kind: 'beat'; readonly seq: number }
  /** No more will come: the session is over, the person has too many pages open, the server stops. */
  | { readonly kind: 'over'; readonly why: 'signed_out' | 'too_many' | 'stopping' };

/** An answer to the question what happened since: for pages that cannot be told. `whole`: all claims there are. */
export type Catchup = {
  readonly seq: number;
  readonly whole: boolean;
  readonly claims: readonly Claim[];
  readonly gone: readonly Gone[];
  readonly talked: readonly string[];
  readonly people: readonly PersonRef[];
};

/** A message as an event of a stream (HTML Standard, 9.2 Server-sent events). JSON has no line breaks. */
export function toEvent(message: Message): string {
  const id = 'seq' in message ? `id: ${message.seq}\n` : '';
  return `event: ${message.kind}\n${id}data: ${JSON.stringify(message)}\n\n`;
}

const seq = z.int().min(0);
const gone = z.array(z.object({ id: z.string(), version: z.int() }));
// Absent in what an older server says.
const talked = z.array(z.string()).default([]);
const people = z.array(z.object({ id: z.string(), name: z.string() }));

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changes'), seq, claims: z.array(keptClaim), gone, talked }),
  z.object({ kind: z.literal('again'), seq }),
  z.object({ kind: z.literal('people'), people }),
  z.object({ kind: z.literal('beat'), seq }),
  z.object({ kind: z.literal('over'), why: z.enum(['signed_out', 'too_many', 'stopping']) }),
]) satisfies z.ZodType<Message>;

const catchup = z.object({ seq, whole: z.boolean(), claims: z.array(keptClaim), gone, talked, people }) satisfies z.ZodType<Catchup>;

/** The message in an event's data; null for one that this build does not know. */
export function parseMessage(data: string): Message | null {
  try {
    return message.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

export function parseCatchup(value: unknown): Catchup | null {
  return catchup.safeParse(value).data ?? null;
}

export const KINDS = ['changes', 'again', 'people', 'beat', 'over'] as const satisfies readonly Message['kind'][];
