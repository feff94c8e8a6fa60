import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { Editor, Extension, Node } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { toBlocks } from '@/lib/anchoring/blocks';
import { createPositionMap } from '@/lib/anchoring/editor-positions';
import { SOURCE_CLASSES, toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { createColumn, type Painter } from './painter';

/** The text as plain elements, and the way from offsets to places in them. */
function createPlainText(column: HTMLElement, text: string) {
  const blocks = toBlocks(text);
  const nodes = blocks.map(({ kind, start, end }) => {
    const element = document.createElement(kind === 'title' ? 'h1' : 'p');
    element.textContent = text.slice(start, end);
    column.append(element);
    return element.firstChild as Text;
  });
  const starts = blocks.map(({ start }) => start as number);
  // In the page there are no line breaks: how many characters stand before each block.
  let counted = 0;
  const before = blocks.map(({ start, end }) => {
    const own = counted;
    counted += end - start;
    return own;
  });
  const find = (offset: number) => findBlock(starts, offset);
  return {
    toRange({ spans }: Claim): Range {
      const { start, end } = spans[0] as { start: number; end: number };
      const [first, last] = [find(start), find(end - 1)];
      const range = document.createRange();
      range.setStart(nodes[first] as Text, start - (starts[first] as number));
      const node = nodes[last] as Text;
      range.setEnd(node, Math.min(node.length, end - (starts[last] as number)));
      return range;
    },
    toFlat(offset: number): number {
      const at = find(offset);
      return (before[at] as number) + offset - (starts[at] as number);
    },
  };
}

function findBlock(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * Recogito's annotator on an element that holds the text, as its README begins (createTextAnnotator, setAnnotations). An annotation
 * is what the README gives as its form: id, bodies, and a selector of quote, start and end, offsets into the element's text. A
 * selector may carry a Range as well, but that is of one page: none comes from a server, which is where claims are loaded from.
 * They are added to none rather than put in the place of all (`replace`), since that road of 4.1.1 looks for no ranges and
 * draws nothing without them.
 */
export function createRecogito(renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Painter {
  let stage: HTMLElement;
  let annotator: ReturnType<typeof createTextAnnotator>;
  let plain: ReturnType<typeof createPlainText>;
  /** The types ask for a Range; the library makes one where there is none. */
  const toSaved = (claim: Claim) => {
    const { start, end, quote } = claim.spans[0] as Claim['spans'][number];
    const selector = [{ quote, start: plain.toFlat(start), end: plain.toFlat(end - 1) + 1 }];
    return { id: claim.id, bodies: [], target: { annotation: claim.id, selector } } as unknown as TextAnnotation;
  };
  return {
    mount(place, text) {
      const made = createColumn(place);
      stage = made.stage;
      plain = createPlainText(made.column, text);
      annotator = createTextAnnotator(made.column, { renderer });
    },
    load(claims) {
      const saved = claims.map(toSaved);
      return () => annotator.setAnnotations(saved, false);
    },
    add(claim) {
      const saved = toSaved(claim);
      return () => annotator.addAnnotation(saved);
    },
    select: (claim) => annotator.setSelected(claim.id),
    scroller: () => stage,
    painted: () => (renderer === 'SPANS' ? document.querySelectorAll('.r6o-annotation').length : countHighlights()),
  };
}

function countHighlights(): number {
  let count = 0;
  for (const highlight of CSS.highlights.values()) count += highlight.size;
  return count;
}

/** The least there is: ranges, made of offsets, handed to the browser's own highlights, one for each class. Nothing can be pressed or read out. */
export function createFloor(): Painter {
  let stage: HTMLElement;
  let plain: ReturnType<typeof createPlainText>;
  const highlights = new Map(SOURCE_CLASSES.map((sourceClass) => [sourceClass, new Highlight()]));
  const put = (claim: Claim) => highlights.get(toSourceClass(claim.sourceType))?.add(plain.toRange(claim));
  return {
    mount(place, text) {
      const made = createColumn(place);
      stage = made.stage;
      plain = createPlainText(made.column, text);
    },
    load: (claims) => () => {
      for (const claim of claims) put(claim);
      for (const [sourceClass, highlight] of highlights) CSS.highlights.set(`claim-${sourceClass}`, highlight);
    },
    add: (claim) => () => put(claim),
    select(claim) {
      const chosen = new Highlight(plain.toRange(claim));
      chosen.priority = 1;
      CSS.highlights.set('claim-on', chosen);
    },
    scroller: () => stage,
    painted: countHighlights,
  };
}

const decorationsKey = new PluginKey<DecorationSet>('decorations');
const Decorations = Extension.create({
  name: 'decorations',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: decorationsKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, set) => (transaction.getMeta(decorationsKey) as DecorationSet | undefined) ?? set,
      },
      props: { decorations: (state) => decorationsKey.getState(state) },
    }),
  ],
});

const NODES = [
  Node.create({ name: 'doc', topNode: true, content: 'title? paragraph*' }),
  Node.create({ name: 'title', content: 'text*', renderHTML: () => ['h1', 0] }),
  Node.create({ name: 'paragraph', content: 'text*', renderHTML: () => ['p', 0] }),
  Node.create({ name: 'text', group: 'inline' }),
];

/** Tiptap with the same text and nothing else, and every claim as an inline decoration at once. */
export function createTiptap(): Painter {
  let stage: HTMLElement;
  let editor: Editor;
  let positions: ReturnType<typeof createPositionMap>;
  const toDecoration = (claim: Claim, on = false) => {
    const { start, end } = claim.spans[0] as Claim['spans'][number];
    const attributes = { nodeName: 'mark', 'data-c': toSourceClass(claim.sourceType), ...(on ? { 'data-on': '' } : {}) };
    // Its blocks stand in no stretch: everything comes one position earlier.
    return Decoration.inline(positions.toPosition(start, 1) - 1, positions.toPosition(end, -1) - 1, attributes);
  };
  const draw = (set: DecorationSet) => editor.view.dispatch(editor.state.tr.setMeta(decorationsKey, set));
  const drawn = () => decorationsKey.getState(editor.state) ?? DecorationSet.empty;
  return {
    mount(place, text) {
      const made = createColumn(place);
      stage = made.stage;
      const blocks = toBlocks(text);
      positions = createPositionMap(blocks, blocks.length);
      const content = {
        type: 'doc',
        content: blocks.map(({ kind, start, end }) => ({ type: kind, content: [{ type: 'text', text: text.slice(start, end) }] })),
      };
      editor = new Editor({ element: made.column, content, extensions: [...NODES, Decorations], injectCSS: false });
    },
    load: (claims) => () => {
      const decorations = claims.map((claim) => toDecoration(claim));
      draw(DecorationSet.create(editor.state.doc, decorations));
    },
    add: (claim) => () => draw(drawn().add(editor.state.doc, [toDecoration(claim)])),
    select: (claim) => draw(drawn().add(editor.state.doc, [toDecoration(claim, true)])),
    scroller: () => stage,
    painted: () => stage.querySelectorAll('mark').length,
  };
}
