import { type Extensions, type JSONContent, mergeAttributes, Node } from '@tiptap/core';
import type { Block } from '@/lib/anchoring/blocks';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'title? paragraph*' });

// A press with Ctrl would select the whole block. Direction is the block's own: one article may quote Arabic in English.
const Title = Node.create({
  name: 'title',
  content: 'text*',
  marks: '',
  selectable: false,
  renderHTML: ({ HTMLAttributes }) => ['h1', mergeAttributes(HTMLAttributes, { dir: 'auto' }), 0],
});

const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  marks: '',
  selectable: false,
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { dir: 'auto' }), 0],
});

const Text = Node.create({ name: 'text', group: 'inline' });

/** The article as the editor knows it: a title, paragraphs, and nothing but the revision's text in them. */
export const ARTICLE_NODES: Extensions = [Doc, Title, Paragraph, Text];

/** One textblock per block, holding exactly the block's text: what lib/anchoring/editor-positions counts on. */
export function toArticleDoc(text: string, blocks: readonly Block[]): JSONContent {
  return {
    type: 'doc',
    content: blocks.map(({ kind, start, end }) => ({ type: kind, content: [{ type: 'text', text: text.slice(start, end) }] })),
  };
}
