import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMENT_SCHEMA } from '@/components/comments/editor-schema';
import type { Body, Piece } from '@/lib/comments/body';
import { type EditorNode, textToDoc, toBody, toDoc } from '@/lib/comments/editor-doc';
import { newId } from '@/lib/kernel/ids';

const schema = getSchema([...COMMENT_SCHEMA]);

/** The document as the editor has it after it was given it: refused where it holds anything else. */
function throughEditor(doc: EditorNode): EditorNode {
  const node = schema.nodeFromJSON(doc);
  node.check();
  return node.toJSON() as EditorNode;
}

const words = fc.stringMatching(/^[a-zא-ת ¿“”*_[\]@\\😀\n\t-]{1,12}$/u);
const marks = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom('https://example.org/a_(b)?c=d', 'http://x.y'),
  },
  { requiredKeys: [] },
);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(words, marks).map(([text, more]) => ({ text, ...more })) },
  fc
    .record({ text: words.map((name) => `@${name}`), mention: fc.constant(newId()), bold: fc.constantFrom(undefined, true as const) })
    .map(({ bold, ...call }) => (bold ? { ...call, bold } : call)),
);
/** No two neighbours that could be one. */
const pieces = fc.array(piece, { minLength: 1, maxLength: 5 }).map((list) =>
  list.filter(({ mention, bold, italic, href }, at) => {
    const before = list[at - 1];
    return (
      mention !== undefined ||
      before === undefined ||
      before.mention !== undefined ||
      before.bold !== bold ||
      before.italic !== italic ||
      before.href !== href
    );
  }),
);
const bodies: fc.Arbitrary<Body> = fc.array(
  fc.oneof(
    pieces.map((content) => ({ kind: 'paragraph' as const, content })),
    fc.array(pieces, { minLength: 1, maxLength: 3 }).map((items) => ({ kind: 'list' as const, items })),
    fc.tuple(fc.array(pieces, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 9999 })).map(([items, from]) => ({
      ...{ kind: 'list' as const, items, from },
    })),
  ),
  { maxLength: 4 },
);

describe('the document in which a comment is edited', () => {
  it('gives the comment back, through the editor’s own schema', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(toBody(throughEditor(toDoc(body)))).toEqual(body);
      }),
    );
  });

  it('is the same again after it was read as a comment', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const doc = throughEditor(toDoc(body));
        expect(throughEditor(toDoc(toBody(doc)))).toEqual(doc);
      }),
    );
  });

  it('leaves out what is empty, and a link that is not of the web', () => {
    const doc: EditorNode = {
      type: 'doc',
      content: [
        { type: 'paragraph' },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            { type: 'text', text: 'b' },
            { type: 'mention', attrs: { id: 'x', label: '@Ann' }, marks: [{ type: 'link', attrs: { href: 'https://x.y' } }] },
            { type: 'mention', attrs: { id: null, label: '@nobody' } },
          ],
        },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    };
    expect(toBody(doc)).toEqual([{ kind: 'paragraph', content: [{ text: 'ab' }, { text: '@Ann', mention: 'x' }] }]);
    expect(toBody({})).toEqual([]);
    const numbered = (start: unknown) => ({
      ...{ type: 'orderedList', attrs: { start } },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] }],
    });
    const froms = [3, 0, -1, 1e9, '2', null].map((start) => toBody({ content: [numbered(start)] })[0]);
    expect(froms.map((block) => block?.kind === 'list' && block.from)).toEqual([3, 1, 1, 1, 1, 1]);
  });

  it('takes plain text line by line', () => {
    expect(toBody(throughEditor(textToDoc('one\r\n**two**\n\nthree')))).toEqual(
      ['one', '**two**', 'three'].map((text) => ({ kind: 'paragraph', content: [{ text }] })),
    );
  });
});
