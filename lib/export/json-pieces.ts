/**
 * JSON as `JSON.stringify(value, null, 2)` writes it, in pieces: a string of everything could be longer than strings can be
 * (2^29 - 24 units in V8). An `Each` is an array whose items are made when they are written, and written one by one.
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

/** A shape of which any array, one level down, may be an `Each`. */
export type Lazy<Shape> = { [Key in keyof Shape]: Shape[Key] extends readonly (infer Item)[] ? Shape[Key] | Each<Item> : Shape[Key] };

/** How many levels of objects and arrays are taken apart: the file's own and those of its parts. What lies deeper is small. */
const LEVELS = 2;

const INDENT = 2;

/** `value` as JSON, indented by two spaces. Objects of data only: what has a `toJSON` of its own is written by `JSON.stringify`. */
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
    yield `${before}${newLine(level + 1)}${textAt(item, level + 1)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `${newLine(level)}]`;
}

function* fieldPieces(field: unknown, level: number): Generator<string, void, undefined> {
  if (field instanceof Each || (level < LEVELS && isPlain(field))) yield* jsonPieces(field, level);
  else yield textAt(field, level);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

function newLine(level: number): string {
  return `\n${' '.repeat(INDENT * level)}`;
}

/** What `JSON.stringify` writes of a value that deep inside another: the value put into as many arrays, and their brackets cut off. */
function textAt(value: unknown, level: number): string {
  let wrapped = value;
  let [head, tail] = [0, 0];
  for (let depth = 0; depth < level; depth++) {
    wrapped = [wrapped];
    head += '['.length + newLine(depth + 1).length;
    tail += newLine(depth).length + ']'.length;
  }
  const text = JSON.stringify(wrapped, null, INDENT);
  return text.slice(head, text.length - tail);
}
