import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { findActor } from '@/lib/auth/auth';
import { type Database, getDatabase } from '@/lib/db/database';
import { type ActorScope, findApplied } from '@/lib/db/write';
import { isSameOrigin } from '@/lib/http/same-origin';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import { deny, type Permission, type ResourceOf } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { type ExpectedActor, isMeantForAnother } from './expected-actor';

export type Definition<Schema extends z.ZodType<{ key: string }>, Name extends Permission, Value> = {
  /** Named in the idempotency record, so that a key used for one action cannot answer another. */
  readonly name: string;
  readonly input: Schema;
  readonly permission: Name;
  /** What the permission is asked about; null where it does not exist on the actor's desk. */
  readonly resource: (
    context: { readonly actor: Actor; readonly db: Database },
    input: z.output<Schema>,
  ) => Promise<ResourceOf<Name> | null>;
  readonly run: (scope: ActorScope<ResourceOf<Name>>, input: z.output<Schema>) => Promise<Result<Value>>;
};

/**
 * A server action: our own origin, a live session, of the person the page belongs to where it says so (`actorId`), a
 * checked input, a permission, and only then the mutation. There is no way to leave the permission out. Whatever happens
 * comes back as a Result; a bug is logged with a reference and answered with UNEXPECTED.
 */
export function defineAction<Schema extends z.ZodType<{ key: string }>, Name extends Permission, Value>(
  definition: Definition<Schema, Name, Value>,
): (input: z.input<Schema> & ExpectedActor) => Promise<Result<Value>> {
  return (raw) => answerActor(definition.name, raw, (actor, db) => runAs(actor, db, definition, raw));
}

/** What comes before any input is looked at: whose request it is, and from where. */
export async function answerActor<Value>(
  name: string,
  raw: unknown,
  answer: (actor: Actor, db: Database) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  if (!isSameOrigin(await headers())) return refused(appError('CROSS_SITE'));
  try {
    const actor = await findActor();
    if (actor === null) return refused(appError('NOT_SIGNED_IN'));
    if (isMeantForAnother(raw, actor.userId)) return refused(appError('OTHER_PERSON'));
    return await answer(actor, getDatabase());
  } catch (error) {
    return toUnexpected(name, error);
  }
}

/** A bug: logged under a reference, which is all the person is told of it. */
export function toUnexpected(name: string, error: unknown): Result<never> {
  const reference = newId();
  console.error(`${name} failed (${reference})`, error);
  return refused(appError('UNEXPECTED', `Something went wrong on the server. Nothing was changed. Reference: ${reference}`));
}

/** The part of an action that is about its input: checked, answered from its key when it was applied before, permitted, done. */
export async function runAs<Schema extends z.ZodType<{ key: string }>, Name extends Permission, Value>(
  actor: Actor,
  db: Database,
  { name, input: schema, permission, resource: findResource, run }: Definition<Schema, Name, Value>,
  raw: unknown,
): Promise<Result<Value>> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return refused(toInputError(parsed.error));
  const input = parsed.data;
  const once = { key: input.key, action: name, input };
  const answered = await findApplied<Value>(db, actor, once);
  if (answered !== null) return answered;
  const resource = await findResource({ actor, db }, input);
  if (resource === null) return refused(appError('NOT_FOUND'));
  const refusal = deny(actor, permission, resource);
  if (refusal !== null) return refused(refusal);
  const permit = (fresh: ResourceOf<Name>) => deny(actor, permission, fresh);
  return run({ db, actor, permit, once }, input);
}

function toInputError(error: z.ZodError) {
  const issue = error.issues[0];
  return appError('INVALID', issue?.message, issue === undefined ? {} : { field: issue.path.join('.') });
}
