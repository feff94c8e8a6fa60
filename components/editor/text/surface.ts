import { Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Block, toBlocks } from '@/lib/anchoring/blocks';
import { createPositionMap } from '@/lib/anchoring/editor-positions';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import { ARTICLE_NODES, toArticleDoc } from './article-doc';
import {
  createClaimDecorations,
  createCueDecorations,
  createJoinDecorations,
  createTargetDecorations,
  type Drawn,
} from './claim-decorations';
import { watchFurtherWords } from './further-words';
import { ReadOnlyWithCaret } from './read-only';
import type { Selected } from './selected';

export type SurfaceEvents = {
  readonly onSelect: (selected: Selected) => void;
  /** True when the key was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** A press on the text: the claims there, innermost first; none on plain words. */
  readonly onMarks: (claimIds: readonly string[], event: MouseEvent) => void;
  readonly onBadge: (claimId: string) => void;
  /** Words were selected with Ctrl held: what was selected before, and what is now. */
  readonly onFurtherWords: (before: Selected, now: Selected) => void;
};

/** The article on screen, spoken to in offsets of the revision's text. Nothing outside this folder knows ProseMirror. */
export type Surface = {
  readonly dom: HTMLElement;
  /** `scroll`: bring the caret into view. */
  readonly select: (selected: Selected, scroll: boolean) => void;
  readonly selected: () => Selected;
  readonly focus: () => void;
  readonly drawClaims: (drawn: Drawn) => void;
  readonly drawTarget: (spans: readonly TextRange[]) => void;
  readonly drawCues: (cues: readonly TextRange[]) => void;
  readonly drawJoins: (sentences: readonly TextRange[]) => void;
  /** Where the lines of a range are, in px of the window. */
  readonly rects: (range: TextRange) => readonly DOMRect[];
  /** The offset nearest to a point of the window; null outside the text. */
  readonly offsetAt: (x: number, y: number) => TextOffset | null;
  /** Where a caret would stand, in px of the window; `side` chooses at the end of a line: -1 there, 1 on the next. Null where nothing is laid out. */
  readonly caretAt: (offset: TextOffset, side: -1 | 1) => CaretPlace | null;
  readonly destroy: () => void;
};

export type CaretPlace = { readonly x: number; readonly top: number; readonly bottom: number };

const LAYERS = ['joins', 'cues', 'claims', 'target'] as const;
type Layer = (typeof LAYERS)[number];
const layerKeys = Object.fromEntries(LAYERS.map((layer) => [layer, new PluginKey<DecorationSet>(layer)])) as Record<
  Layer,
  PluginKey<DecorationSet>
>;

/** Puts the text into `element`. The element must be empty and in the page. Cost: linear in the text. */
export function createSurface(element: HTMLElement, text: string, events: SurfaceEvents): Surface {
  const blocks: readonly Block[] = toBlocks(text);
  const positions = createPositionMap(blocks);
  const toSelected = ({ anchor, head }: { anchor: number; head: number }): Selected => {
    const forward = anchor <= head;
    return { anchor: positions.toOffset(anchor, forward ? 1 : -1), head: positions.toOffset(head, forward ? -1 : 1) };
  };

  const editor = new Editor({
    element,
    content: toArticleDoc(text, blocks),
    extensions: [...ARTICLE_NODES, ReadOnlyWithCaret, Layers],
    // The rest of Tiptap's own extensions change the document or write what ours write.
    enableCoreExtensions: { clipboardTextSerializer: false, keymap: false, drop: false, paste: false, delete: false, textDirection: false },
    enableInputRules: false,
    enablePasteRules: false,
    // A style element would need the page's nonce; the rules are in editor.css.
    injectCSS: false,
    editorProps: {
      // Room for the card's leader and the hints; the next line is always in view too.
      scrollThreshold: { top: 60, right: 0, bottom: 80, left: 0 },
      scrollMargin: { top: 90, right: 0, bottom: 120, left: 0 },
      handleKeyDown: (_view, event) => events.onKey(event),
      handleDOMEvents: { mousedown, click: (view, event) => press(view, event, events), copy, cut: copy },
    },
    onSelectionUpdate: () => events.onSelect(toSelected(editor.state.selection)),
  });
  const { view } = editor;

  // The revision's own words, line breaks and all, without badges. Cutting copies, as from any page that cannot be changed.
  function copy(_view: EditorView, event: ClipboardEvent): boolean {
    const { from, to, empty } = editor.state.selection;
    if (empty) return false;
    event.clipboardData?.setData('text/plain', text.slice(positions.toOffset(from, 1), positions.toOffset(to, -1)));
    event.preventDefault();
    return true;
  }

  function mousedown(_view: EditorView, event: MouseEvent): boolean {
    watchFurtherWords(view, event, () => toSelected(view.state.selection), events.onFurtherWords);
    return keepCaret(view, event);
  }

  function draw(layer: Layer, set: DecorationSet): void {
    view.dispatch(view.state.tr.setMeta(layerKeys[layer], set));
  }

  function toDomRange({ start, end }: TextRange): Range {
    const from = view.domAtPos(positions.toPosition(start, 1), 1);
    const to = view.domAtPos(positions.toPosition(end, -1), -1);
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  return {
    dom: view.dom,
    select({ anchor, head }, scroll) {
      const forward = anchor <= head;
      const from = positions.toPosition(anchor, forward ? 1 : -1);
      const to = positions.toPosition(head, forward ? -1 : 1);
      const transaction: Transaction = view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to));
      view.dispatch(scroll ? transaction.scrollIntoView() : transaction);
    },
    selected: () => toSelected(view.state.selection),
    focus: () => view.focus(),
    drawClaims: (drawn) => draw('claims', createClaimDecorations(drawn, { doc: view.state.doc, positions, blocks })),
    drawTarget: (spans) =>
      draw('target', spans.length === 0 ? DecorationSet.empty : createTargetDecorations(spans, { doc: view.state.doc, positions })),
    drawCues: (cues) =>
      draw('cues', cues.length === 0 ? DecorationSet.empty : createCueDecorations(cues, { doc: view.state.doc, positions })),
    drawJoins: (sentences) => draw('joins', createJoinDecorations(sentences, { doc: view.state.doc, positions })),
    rects: (range) => textRects(toDomRange(range)).filter(({ width }) => width > 3),
    offsetAt(x, y) {
      const found = view.posAtCoords({ left: x, top: y });
      return found === null ? null : positions.toOffset(found.pos, 1);
    },
    caretAt(offset, side) {
      const other = (side === 1 ? ceilToGrapheme(text, offset + 1) : floorToGrapheme(text, offset - 1)) as TextOffset;
      const range = toDomRange(side === 1 ? { start: offset, end: other } : { start: other, end: offset });
      const box = side === 1 ? textRects(range)[0] : textRects(range).at(-1);
      if (box === undefined) return null;
      const leftward = getComputedStyle(range.startContainer.parentElement ?? view.dom).direction === 'rtl';
      return { x: leftward === (side === 1) ? box.right : box.left, top: box.top, bottom: box.bottom };
    },
    destroy: () => editor.destroy(),
  };
}

/** One plugin for each layer of decorations; a layer changes only when it is drawn anew. */
const Layers = Extension.create({
  name: 'layers',
  addProseMirrorPlugins() {
    return LAYERS.map((layer) => {
      const key = layerKeys[layer];
      return new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set) => (transaction.getMeta(key) as DecorationSet | undefined) ?? set,
        },
        props: { decorations: (state) => key.getState(state) },
      });
    });
  },
});

/** A press on a badge opens its claim and leaves caret and focus where they were. */
function keepCaret(_view: EditorView, event: MouseEvent): boolean {
  if (badgeOf(event) === null) return false;
  event.preventDefault();
  return true;
}

function press(view: EditorView, event: MouseEvent, events: SurfaceEvents): boolean {
  const badge = badgeOf(event);
  if (badge !== null) {
    events.onBadge(badge);
    return true;
  }
  if (!view.state.selection.empty || !(event.target instanceof Element)) return false;
  const ids: string[] = [];
  for (let mark = event.target.closest('mark[data-claim]'); mark !== null; mark = mark.parentElement?.closest('mark[data-claim]') ?? null) {
    ids.push(mark.getAttribute('data-claim') ?? '');
  }
  events.onMarks(ids, event);
  return false;
}

function badgeOf(event: MouseEvent): string | null {
  return event.target instanceof Element ? (event.target.closest('[data-badge]')?.getAttribute('data-badge') ?? null) : null;
}

/** The boxes of the article's own words in a range: badges and hidden words stand in it too and are left out. */
function textRects(range: Range): readonly DOMRect[] {
  const root = range.commonAncestorContainer;
  const accept = (node: Node) => {
    if (node instanceof Element)
      return node.getAttribute('contenteditable') === 'false' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return range.intersectsNode(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  const rects: DOMRect[] = [];
  for (let node = root instanceof Text ? root : walker.nextNode(); node !== null; node = walker.nextNode()) {
    const piece = document.createRange();
    piece.selectNodeContents(node);
    if (node === range.startContainer) piece.setStart(node, range.startOffset);
    if (node === range.endContainer) piece.setEnd(node, range.endOffset);
    rects.push(...piece.getClientRects());
  }
  return rects.filter(({ width }) => width > 0);
}
