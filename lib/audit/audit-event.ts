/**
 * What is written down about a write, in the transaction of the write itself. Each feature types its
 * own events, beside the writes that make them; `subjectId` is the thing changed. Append-only: the database
 * itself refuses to change or remove one.
 */
export type AuditEvent<Type extends `${string}.${string}` = `${string}.${string}`, Data extends object = object> = {
  readonly type: Type;
  readonly subjectId: string;
  readonly data: Data;
};
