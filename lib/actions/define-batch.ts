import 'server-only';
import { z } from 'zod';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { Permission } from '@/lib/permissions/permissions';
import { answerInOrder, type Batch, type BatchedWrite } from './answer-in-order';
import { answerActor, type Definition, runAs, toUnexpected } from './define-action';
import type { ExpectedActor } from './expected-actor';

/**
 * One kind of write a batch can hold: checked, permitted and done as an action of its own would be. `toAnswer` brings what
 * the kinds of a batch answer into one form.
 */
export function defineWrite<Schema extends z.ZodType<{ key: string }>, Name extends Permission, Value, Answer>(
  definition: Definition<Schema, Name, Value> & { readonly toAnswer: (value: Value) => Answer },
): BatchedWrite<Answer> {
  return async (actor, db, raw) => {
    try {
      const result = await runAs(actor, db, definition, raw);
      return result.ok ? ok(definition.toAnswer(result.value)) : result;
    } catch (error) {
      return toUnexpected(definition.name, error);
    }
  };
}

/** More is a mistake or an attack: our own pages send fewer (components/editor/outbox). */
const BATCH_MAX = 200;

/** Of each write only what its order depends on; the rest is for its kind to check. */
const rawWrite = z.looseObject({
  kind: z.string(),
  claimId: z.string().optional(),
  claims: z.array(z.looseObject({ id: z.string() })).optional(),
  details: z.looseObject({ relations: z.array(z.looseObject({ claimId: z.string() })).optional() }).optional(),
});

/** Claims that the writes of one request may name, all together: each costs time in which nobody else is served. */
const NAMED_MAX = 10_000;

/** A batch as it may come; what is in each write is not looked at yet. */
export const batchInput = z.object({
  writes: z
    .array(rawWrite)
    .min(1)
    .max(BATCH_MAX)
    .refine(
      (writes) =>
        writes.reduce((sum, { claims, details }) => sum + (claims?.length ?? 0) + (details?.relations?.length ?? 0), 0) <= NAMED_MAX,
      `The changes of one request name at most ${NAMED_MAX} claims.`,
    ),
});

/**
 * A server action for several writes in one request, each with its own key, check, permission, audit event and answer, in
 * the order they came. Those that wait at the write gate together share a COMMIT. One that is refused stops nothing but
 * the later ones that `stops` says build on it: they are answered with NOT_TRIED. A repeat of the batch, or of part of
 * it, applies what was not applied and answers the rest as before. The answers are in the order of the writes.
 */
export function defineBatch<Answer>({
  name,
  kinds,
  createBlock,
}: Pick<Batch<Answer>, 'kinds' | 'createBlock'> & { readonly name: string }): (
  input: z.input<typeof batchInput> & ExpectedActor,
) => Promise<Result<readonly Result<Answer>[]>> {
  return (raw) =>
    answerActor(name, raw, async (actor, db) => {
      const parsed = batchInput.safeParse(raw);
      if (!parsed.success) return refused(appError('INVALID', parsed.error.issues[0]?.message));
      return ok(await answerInOrder(parsed.data.writes, { kinds, createBlock, actor, db }));
    });
}
