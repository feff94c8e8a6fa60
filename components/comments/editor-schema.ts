import { mergeAttributes, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isCommentLink } from '@/lib/comments/body';

/** One paragraph: a comment has no lists within lists. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

/** Somebody who is called: one thing to the caret, and never typed in. */
const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ id: { default: '' }, label: { default: '' } }),
  // Only what was copied from here brings one along; the server still asks whether they are of the desk.
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: (element) => ({ id: element.getAttribute('data-mention'), label: element.textContent ?? '' }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes: { id: _, label: __, ...rest } }) => [
    'span',
    mergeAttributes({ class: 'mention font-medium text-pencil', 'data-mention': String(node.attrs.id) }, rest),
    String(node.attrs.label),
  ],
  renderText: ({ node }) => String(node.attrs.label),
});

/** All that a comment can hold. What is pasted is read into this and into nothing else. */
export const COMMENT_SCHEMA = [
  StarterKit.configure({
    ...{ blockquote: false, code: false, codeBlock: false, heading: false, horizontalRule: false },
    ...{ strike: false, underline: false, dropcursor: false, gapcursor: false, trailingNode: false, listItem: false },
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', isAllowedUri: (url) => isCommentLink(url ?? '') },
  }),
  ListItem,
  Mention,
];
