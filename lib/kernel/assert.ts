/** Throws when a rule of our own is broken: a bug, never a person's mistake. `rule` is a sentence saying what must hold. */
export function assert(condition: unknown, rule: string): asserts condition {
  if (!condition) throw new Error(`Broken rule: ${rule}`);
}

/** The value, or a thrown bug when it is absent though `rule` says it cannot be. */
export function required<Value>(value: Value | null | undefined, rule: string): Value {
  assert(value !== null && value !== undefined, rule);
  return value;
}

/** Makes a switch exhaustive: the compiler refuses a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Broken rule: no such case (${String(value)})`);
}
