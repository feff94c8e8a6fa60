import { type Extensions, type JSONContent, Node } from '@tiptap/core';
import type { Block } from '@/lib/anchoring/blocks';
import { toStretches } from './stretches';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'stretch+' });

const Stretch = createNode('stretch', 'div', '(title | paragraph)+');
const Title = createNode('title', 'h1', 'text*');
const Paragraph = createNode('paragraph', 'p', 'text*');

const Text = Node.create({ name: 'text', group: 'inline' });

/**
 * A node as an element of ours: heights are written to the style of stretches as they come near the window (text-window.ts), and
 * the editor, which reads its document from the page again where it sees a change, is to look away.
 */
function createNode(name: string, tag: 'div' | 'h1' | 'p', content: string) {
  return Node.create({
    name,
    content,
    marks: '',
    // A press with Ctrl would select the whole block.
    selectable: false,
    renderHTML: () => [tag, 0],
    addNodeView: () => () => {
      const dom = document.createElement(tag);
      // Direction is the block's own: one article may quote Arabic in English.
      if (tag !== 'div') dom.dir = 'auto';
      return { dom, contentDOM: dom, ignoreMutation: (mutation) => mutation.type === 'attributes' };
    },
  });
}

/** The article as the editor knows it: stretches of a title and paragraphs, and nothing but the revision's text in them. */
export const ARTICLE_NODES: Extensions = [Doc, Stretch, Title, Paragraph, Text];

/** One textblock per block, holding exactly the block's text, in stretches: what lib/anchoring/editor-positions counts on. */
export function toArticleDoc(text: string, blocks: readonly Block[]): JSONContent {
  return {
    type: 'doc',
    content: toStretches(blocks).map((stretch) => ({
      type: 'stretch',
      content: stretch.map(({ kind, start, end }) => ({ type: kind, content: [{ type: 'text', text: text.slice(start, end) }] })),
    })),
  };
}
