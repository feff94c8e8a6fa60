import { createHash } from 'node:crypto';

/**
 * Says whether two uses of a key were the same request: SHA-256 (hex) of the action's name and its input as JSON,
 * in which bytes stand as their own hash: spelled out, a 2 MB file would take a second.
 */
export function fingerprintOf(action: string, input: unknown): string {
  const json = JSON.stringify(input, function (this: Record<string, unknown>, key, encoded) {
    const raw = this[key];
    return raw instanceof Uint8Array ? { $sha256: createHash('sha256').update(raw).digest('hex') } : encoded;
  });
  return createHash('sha256').update(action).update('\0').update(json).digest('hex');
}

/** A value as JSON in which times stay times. */
export function toStored(value: unknown): string {
  // Date has a toJSON that runs before the replacer sees it, so the raw value is taken from its holder.
  return JSON.stringify(value ?? null, function (this: Record<string, unknown>, key, encoded) {
    const raw = this[key];
    return raw instanceof Date ? { $date: raw.getTime() } : encoded;
  });
}

/** The value `toStored` wrote. */
export function fromStored<Value>(text: string): Value {
  return JSON.parse(text, (_key, value) => {
    if (typeof value === 'object' && value !== null && typeof value.$date === 'number') return new Date(value.$date);
    return value;
  }) as Value;
}
