import { Zlib } from 'fflate';
import type { Steps } from '@/lib/kernel/pause';
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
 * `end` ends the document in place of its own `end`, in steps of some ten milliseconds at most.
 */
export function packObjects(doc: Document): { readonly end: () => Steps<void> } {
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
  /** Numbers of the streams that objects were packed into, in order. */
  const streams: number[] = [];
  let isWritten = false;

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
    if (open === null) {
      open = writer.ref({ Type: 'ObjStm' });
      streams.push(open.id);
    }
    place = -(streams.length * OBJECTS_MAX + bodies.length);
    numbers.push(id, length);
    bodies.push(body);
    length += body.length + 1;
  }

  writer._refEnd = (reference) => {
    if (place !== null) reference.offset = place;
    place = null;
    // The library holds all links and pages to the end, and asks none again what it says.
    if (reference.data.Type === 'Annot' || reference.data.Type === 'Page') reference.data = {};
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

  // The library calls this when its last object is written, and would write its own table at once.
  writer._finalize = () => {
    isWritten = true;
  };

  return {
    end: function* () {
      doc.flushPages();
      yield;
      // Each takes its own letters out of the whole font. The library, which would do all of them next, does none twice.
      for (const font of Object.values(writer._fontFamilies)) {
        font.finalize();
        yield;
      }
      doc.end();
      close();
      if (!isWritten) throw new Error('Broken rule: every object of a PDF is written before its table.');
      yield* writeTable();
    },
  };

  function* writeTable(): Steps<void> {
    writer._ended = false;
    const start = writer._offset;
    const ends = { Root: writer._root, Info: writer._info, ID: [writer._id, writer._id] };
    const table = writer.ref({ Type: 'XRef', ...ends, Filter: 'FlateDecode', DecodeParms: { Predictor: 12, Columns: ROW } });
    writer._offsets[table.id - 1] = start;
    Object.assign(table.data, { Size: writer._offsets.length + 1, W: WIDTHS });
    // The library would deflate it whole, which takes seconds for the millions of objects of a large report.
    const deflate = new Zlib({ level: 6 }, (part) => table.write(part));
    for (const rows of toTable(writer._offsets, streams)) {
      deflate.push(rows);
      yield;
    }
    deflate.push(new Uint8Array(0), true);
    table.end();
    write('startxref');
    write(String(start));
    write('%%EOF');
    writer.push(null);
  }
}

/**
 * What pdfkit keeps of a document; its types name none of it. A negative place says which of the streams it is, counted from 1, times OBJECTS_MAX
 * and the place in it: so long as it is small the language holds it in eight bytes.
 */
type Writer = {
  _write: (data: string | Uint8Array) => void;
  _refEnd: (reference: Reference) => void;
  _finalize: () => void;
  _ended: boolean;
  readonly _fontFamilies: Readonly<Record<string, { readonly finalize: () => void }>>;
  readonly _offset: number;
  readonly _offsets: number[];
  readonly _root: unknown;
  readonly _info: unknown;
  readonly _id: unknown;
  readonly ref: (data: Record<string, unknown>) => Reference;
  readonly push: (end: null) => void;
};

type Reference = {
  readonly id: number;
  offset: number;
  data: Record<string, unknown>;
  readonly write: (bytes: Uint8Array) => void;
  readonly end: (bytes?: Uint8Array) => void;
};

/** Small enough that a reader who wants one object unpacks little, large enough that they share their words. */
const OBJECTS_MAX = 500;
const LENGTH_MAX = 128 * 1024;

/** Of each entry, in bytes: its kind, a place in the file or the number of a stream, a place in the stream. */
const WIDTHS = [1, 4, 2] as const;
const ROW = 7;

const ENCODER = new TextEncoder();

/** Strings of the library have a byte a character. Most are ASCII, which is encoded in a tenth of the time. */
function toBytes(text: string): Uint8Array {
  const plain = ENCODER.encode(text);
  if (plain.length === text.length) return plain;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** How many entries are made at a time. */
const ROWS = 16_384;

/**
 * The entries of all objects from 0 on, some thousands at a time, each as what it adds to the one before it (the PNG filter “up”, 2):
 * neighbours differ by little.
 */
function* toTable(places: readonly number[], streams: readonly number[]): Generator<Uint8Array> {
  const entry = new Uint8Array(ROW);
  const view = new DataView(entry.buffer);
  const before = new Uint8Array(ROW);
  for (let from = 0; from <= places.length; from += ROWS) {
    const rows = new Uint8Array(Math.min(ROWS, places.length + 1 - from) * (ROW + 1));
    for (let at = 0; at < rows.length; at += ROW + 1) {
      const id = from + at / (ROW + 1);
      const place = id === 0 ? 0 : (places[id - 1] as number);
      view.setUint8(0, id === 0 ? 0 : place < 0 ? 2 : 1);
      view.setUint32(1, place < 0 ? (streams[Math.floor(-place / OBJECTS_MAX) - 1] as number) : place);
      view.setUint16(5, id === 0 ? 0xffff : place < 0 ? -place % OBJECTS_MAX : 0);
      rows[at] = 2;
      for (let byte = 0; byte < ROW; byte++) rows[at + 1 + byte] = (entry[byte] as number) - (before[byte] as number);
      before.set(entry);
    }
    yield rows;
  }
}
