import type { Document } from './canvas';

/**
 * Writes a document's small objects many to a compressed stream, and the table of places compressed too (ISO 32000-1, 7.5.7 and
 * 7.5.8): the structure of a tagged report is far more bytes than its pages, and a tenth of that compressed. The library (pdfkit
 * 0.20.2) knows neither, so what it writes of an object is caught on its way: the number, the dictionary, the end. Objects with a
 * stream go out as they are.
 *
 *     12 0 obj            caught: object 12 becomes the k-th object of stream 40
 *     << /S /P ... >>
 *     endobj
 *
 * `end` ends the document in place of its own `end`.
 */
export function packObjects(doc: Document): { readonly end: () => void } {
  const writer = doc as unknown as Writer;
  const write = writer._write.bind(writer);
  const refEnd = writer._refEnd.bind(writer);
  let caught: { readonly head: string; body: string | null } | null = null;
  let streaming = false;
  let open: Reference | null = null;
  let numbers: number[] = [];
  let bodies: string[] = [];
  let length = 0;
  let place: number | null = null;

  writer._write = (data) => {
    if (streaming || typeof data !== 'string') {
      write(data);
      if (data === 'endobj') streaming = false;
    } else if (caught === null) {
      if (data.endsWith(' 0 obj')) caught = { head: data, body: null };
      else write(data);
    } else if (caught.body === null) caught.body = data;
    else {
      const { head, body } = caught;
      caught = null;
      if (data === 'endobj') pack(Number.parseInt(head, 10), body);
      else {
        for (const part of [head, body, data]) write(part);
        streaming = true;
      }
    }
  };

  function pack(id: number, body: string): void {
    open ??= writer.ref({ Type: 'ObjStm' });
    place = -(open.id * OBJECTS_MAX + bodies.length);
    numbers.push(id, length);
    bodies.push(body);
    length += body.length + 1;
  }

  writer._refEnd = (reference) => {
    if (place !== null) reference.offset = place;
    place = null;
    // The library holds all links to the end, and asks none again what it says.
    if (reference.data.Type === 'Annot') reference.data = {};
    // Closed before the library counts this object as done: when the last is, it writes the table.
    if (bodies.length >= OBJECTS_MAX || length >= LENGTH_MAX) close();
    refEnd(reference);
  };

  function close(): void {
    if (open === null) return;
    const stream = open;
    const index = numbers.join(' ');
    Object.assign(stream.data, { N: bodies.length, First: index.length + 1 });
    const content = `${index}\n${bodies.join('\n')}\n`;
    [open, numbers, bodies, length] = [null, [], [], 0];
    stream.end(toBytes(content));
  }

  writer._finalize = () => {
    // Until now the library took the end of the last object for the time to come here; the table is one more.
    writer._ended = false;
    const start = writer._offset;
    const table = writer.ref({ Type: 'XRef', Root: writer._root, Info: writer._info, ID: [writer._id, writer._id] });
    writer._offsets[table.id - 1] = start;
    const size = writer._offsets.length + 1;
    Object.assign(table.data, { Size: size, W: WIDTHS, DecodeParms: { Predictor: 12, Columns: ROW } });
    table.end(toTable(writer._offsets));
    write('startxref');
    write(String(start));
    write('%%EOF');
    writer.push(null);
  };

  return {
    end: () => {
      doc.end();
      close();
    },
  };
}

/** What pdfkit keeps of a document; its types name none of it. A negative place is a stream's number times OBJECTS_MAX and the place in it. */
type Writer = {
  _write: (data: string | Uint8Array) => void;
  _refEnd: (reference: Reference) => void;
  _finalize: () => void;
  _ended: boolean;
  readonly _offset: number;
  readonly _offsets: number[];
  readonly _root: unknown;
  readonly _info: unknown;
  readonly _id: unknown;
  readonly ref: (data: Record<string, unknown>) => Reference;
  readonly push: (end: null) => void;
};

type Reference = { readonly id: number; offset: number; data: Record<string, unknown>; readonly end: (bytes: Uint8Array) => void };

/** Small enough that a reader who wants one object unpacks little, large enough that they share their words. */
const OBJECTS_MAX = 500;
const LENGTH_MAX = 128 * 1024;

/** Of each entry, in bytes: its kind, a place in the file or the number of a stream, a place in the stream. */
const WIDTHS = [1, 4, 2] as const;
const ROW = 7;

/** Strings of the library have a byte a character. */
function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The entries of all objects from 0 on, each as what it adds to the one before it (the PNG filter “up”, 2): neighbours differ by little. */
function toTable(places: readonly number[]): Uint8Array {
  const table = new Uint8Array((places.length + 1) * (ROW + 1));
  const view = new DataView(table.buffer);
  const rows = new Uint8Array(table.length);
  const row = new DataView(rows.buffer);
  row.setUint16(6, 0xffff);
  for (const [index, place] of places.entries()) {
    const at = (index + 1) * (ROW + 1);
    row.setUint8(at + 1, place < 0 ? 2 : 1);
    row.setUint32(at + 2, place < 0 ? Math.floor(-place / OBJECTS_MAX) : place);
    row.setUint16(at + 6, place < 0 ? -place % OBJECTS_MAX : 0);
  }
  for (let at = 0; at < table.length; at++) {
    const before = at < ROW + 1 ? 0 : (rows[at - ROW - 1] as number);
    view.setUint8(at, at % (ROW + 1) === 0 ? 2 : (rows[at] as number) - before);
  }
  return table;
}
