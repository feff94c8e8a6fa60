/**
 * JSON in pieces: a string of everything could be longer than strings can be (2^29 - 24 units in V8). The file's own two levels
 * are indented by two spaces; each item of their arrays, and what lies deeper, is one line without white space. So a claim is a line,
 * as line-wise tools like it, and is written by `JSON.stringify` in its fastest form: indentation would take twice the time and 1.6 times the bytes.
 * An `Each` is an array whose items are made when they are written, and written one by one; a `Later` is a value made when it is
 * written, and let go of then.
 */
export class Each<Item> {
  constructor(
    readonly length: number,
    private readonly items: () => Iterable<Item>,
  ) {}

  [Symbol.iterator](): Iterator<Item> {
    return this.items()[Symbol.iterator]();
  }

  /** What `JSON.stringify` sees: the same as the pieces give. */
  toJSON(): readonly Item[] {
    return [...this];
  }
}

/** The items that `make` makes of `from`, each when it is asked for. */
export function each<From, Item>(from: readonly From[], make: (item: From) => Item): Each<Item> {
  return new Each(from.length, function* () {
    for (const item of from) yield make(item);
  });
}

export class Later<Value> {
  constructor(readonly make: () => Value) {}

  /** As for `Each`. */
  toJSON(): Value {
    return this.make();
  }
}

/** A shape of which any part, one level down, may be a `Later`, and any array an `Each`. */
export type Lazy<Shape> = {
  [Key in keyof Shape]: Shape[Key] | Later<Shape[Key]> | (Shape[Key] extends readonly (infer Item)[] ? Each<Item> : never);
};

/** How many levels of objects and arrays are taken apart: the file's own and those of its parts. What lies deeper is small. */
const LEVELS = 2;

const INDENT = 2;

/** How much of a long text is written at once, in UTF-16 units. */
const TEXT_LENGTH = 32 * 1024;

/** `value` as JSON. Objects of data only: what has a `toJSON` of its own is written by `JSON.stringify`. */
export function* jsonPieces(value: object, level = 0): Generator<string, void, undefined> {
  if (value instanceof Each || Array.isArray(value)) yield* arrayPieces(value, level);
  else yield* objectPieces(value, level);
}

function* objectPieces(value: object, level: number): Generator<string, void, undefined> {
  let before = '{';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    yield `${before}${newLine(level + 1)}${JSON.stringify(key)}: `;
    yield* fieldPieces(field, level + 1);
    before = ',';
  }
  yield before === '{' ? '{}' : `${newLine(level)}}`;
}

function* arrayPieces(items: Iterable<unknown>, level: number): Generator<string, void, undefined> {
  let before = '[';
  for (const item of items) {
    yield `${before}${newLine(level + 1)}${lineOf(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `${newLine(level)}]`;
}

function* fieldPieces(field: unknown, level: number): Generator<string, void, undefined> {
  if (field instanceof Later) yield* fieldPieces(field.make(), level);
  else if (typeof field === 'string' && field.length > TEXT_LENGTH) yield* textPieces(field);
  else if (field instanceof Each || (level < LEVELS && isPlain(field))) yield* jsonPieces(field, level);
  else yield lineOf(field);
}

/** An article is one string, and may be long. Halves of a pair stay together: alone, each would be written as an escape. */
function* textPieces(text: string): Generator<string, void, undefined> {
  yield '"';
  for (let from = 0; from < text.length; ) {
    const end = from + TEXT_LENGTH;
    const to = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end + 1 : end;
    yield JSON.stringify(text.slice(from, to)).slice(1, -1);
    from = to;
  }
  yield '"';
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

function newLine(level: number): string {
  return `\n${' '.repeat(INDENT * level)}`;
}

/** A value on one line; what JSON has no word for is null in an array, where alone it can come from. */
function lineOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
