import { type Extensions, type JSONContent, Node } from '@tiptap/core';
import type { Block } from '@/lib/anchoring/blocks';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'title? paragraph*' });

const Title = createBlockNode('title', 'h1');
const Paragraph = createBlockNode('paragraph', 'p');

const Text = Node.create({ name: 'text', group: 'inline' });

/**
 * A block as an element of ours: its height is written to its style as blocks come near the window (text-window.ts), and
 * the editor, which reads its document from the page again where it sees a change, is to look away.
 */
function createBlockNode(name: string, tag: 'h1' | 'p') {
  return Node.create({
    name,
    content: 'text*',
    marks: '',
    // A press with Ctrl would select the whole block.
    selectable: false,
    renderHTML: () => [tag, 0],
    addNodeView: () => () => {
      const dom = document.createElement(tag);
      // Direction is the block's own: one article may quote Arabic in English.
      dom.dir = 'auto';
      return { dom, contentDOM: dom, ignoreMutation: (mutation) => mutation.type === 'attributes' };
    },
  });
}

/** The article as the editor knows it: a title, paragraphs, and nothing but the revision's text in them. */
export const ARTICLE_NODES: Extensions = [Doc, Title, Paragraph, Text];

/** One textblock per block, holding exactly the block's text: what lib/anchoring/editor-positions counts on. */
export function toArticleDoc(text: string, blocks: readonly Block[]): JSONContent {
  return {
    type: 'doc',
    content: blocks.map(({ kind, start, end }) => ({ type: kind, content: [{ type: 'text', text: text.slice(start, end) }] })),
  };
}
