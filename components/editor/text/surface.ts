import { Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { BlockHeights } from '@/lib/anchoring/block-heights';
import { type Block, toBlocks } from '@/lib/anchoring/blocks';
import { createPositionMap } from '@/lib/anchoring/editor-positions';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import { ARTICLE_NODES, toArticleDoc } from './article-doc';
import { createJoinDecorations, createWordDecorations, type Drawn } from './claim-decorations';
import { createClaimLayer, type LayerChange } from './claim-layer';
import { estimateHeights } from './estimate-heights';
import { watchFurtherWords } from './further-words';
import { keepPieces } from './keep-pieces';
import { isLongText } from './long-text';
import { type BadgeLines, placeBadges } from './place-badges';
import { keepCaret, press, type SurfaceEvents } from './press';
import { ReadOnlyWithCaret } from './read-only';
import type { Selected } from './selected';
import { blockElement, STRETCH, topOfBlock } from './stretches';
import { goToTextEnd } from './text-ends';
import { textRects } from './text-rects';
import { createTextWindow } from './text-window';

/** The article on screen, spoken to in offsets of the revision's text. Nothing outside this folder knows ProseMirror. */
export type Surface = {
  readonly dom: HTMLElement;
  /** `scroll`: bring the caret into view. */
  readonly select: (selected: Selected, scroll: boolean) => void;
  readonly selected: () => Selected;
  readonly focus: () => void;
  /** Draws claims near the window. `changed`: the words where claims came, went or changed since; null for all. */
  readonly drawClaims: (drawn: Drawn, changed: readonly TextRange[] | null) => void;
  readonly drawTarget: (spans: readonly TextRange[]) => void;
  readonly drawCues: (cues: readonly TextRange[]) => void;
  readonly drawJoins: (sentences: readonly TextRange[]) => void;
  /** The window shows the article from `top` to `foot`, px from its own top: draws what comes near. True when that is another part than before. */
  readonly look: (top: number, foot: number) => boolean;
  /** Draws as much as is drawn while one reads: after a look in a hurry, which draws what is seen and no more. */
  readonly lookAround: (top: number, foot: number) => boolean;
  /** Much is about to change: what is drawn next is what the window shows and no more, until somebody looks around. */
  readonly narrow: () => void;
  /** Draws all of it, for paper. */
  readonly lookAtAll: () => void;
  /** Column or fonts changed: every height is taken and every badge placed anew. */
  readonly measure: () => void;
  /** The part of the text that carries its claims. */
  readonly near: () => TextRange;
  readonly heights: BlockHeights;
  /** Measures and places what was drawn last. Comes by itself before the next frame; sooner for who reads heights now. */
  readonly settle: () => void;
  /** The middle of the line on which a claim begins, px from the article's top: measured where it is drawn, else estimated. */
  readonly lineOf: (claimId: string, start: TextOffset) => number;
  /** Where the block that holds an offset begins, px from the article's top. */
  readonly topOf: (offset: TextOffset) => number;
  /** Where the lines of a range are, in px of the window. */
  readonly rects: (range: TextRange) => readonly DOMRect[];
  readonly toDomRange: (range: TextRange) => Range;
  /** The offset nearest to a point of the window; null outside the text. */
  readonly offsetAt: (x: number, y: number) => TextOffset | null;
  /** Where a caret would stand, in px of the window: before a character (`side` 1), or after the one before it (-1). Null where nothing is laid out. */
  readonly caretAt: (offset: TextOffset, side: -1 | 1) => CaretPlace | null;
  readonly destroy: () => void;
};

export type CaretPlace = { readonly x: number; readonly top: number; readonly bottom: number; readonly rtl: boolean };

const LAYERS = ['joins', 'cues', 'claims', 'target'] as const;
type Layer = (typeof LAYERS)[number];
const layerKeys = Object.fromEntries(LAYERS.map((layer) => [layer, new PluginKey<DecorationSet>(layer)])) as Record<
  Layer,
  PluginKey<DecorationSet>
>;

/** Puts the text into `element`. The element must be empty and in the page. Cost: linear in the text. */
export function createSurface(element: HTMLElement, text: string, events: SurfaceEvents): Surface {
  const blocks: readonly Block[] = toBlocks(text);
  const positions = createPositionMap(blocks, STRETCH);
  const toSelected = ({ anchor, head }: { anchor: number; head: number }): Selected => {
    const forward = anchor <= head;
    return { anchor: positions.toOffset(anchor, forward ? 1 : -1), head: positions.toOffset(head, forward ? -1 : 1) };
  };

  const estimates = estimateHeights(element, text, blocks);
  // Not in the page while it is built: the editor asks for its place on the way, and the page would be laid out for each answer.
  const editor = new Editor({
    element: document.createElement('div'),
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
      handleKeyDown(_view, event) {
        trustCaret(view);
        return events.onKey(event) || goToTextEnd(view, event);
      },
      handleDOMEvents: { mousedown, click: (view, event) => press(view, event, events), copy, cut: copy },
    },
    onSelectionUpdate: () => events.onSelect(toSelected(editor.state.selection)),
  });
  const { view } = editor;
  const texts = createTextWindow(view.dom, text, blocks, { estimates, long: isLongText(text) });
  element.append(view.dom);
  const claims = createClaimLayer(blocks, texts.heights, { positions, text });
  const lines: BadgeLines[] = [];
  /** Blocks drawn anew whose badges have no place yet. */
  const unsettled = new Set<number>();
  let settling = false;
  const setting = () => ({ doc: view.state.doc, positions });

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
    // The caret may have moved in the page and the editor not been told yet: drawing would put it back where it was.
    if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
    view.dispatch(view.state.tr.setMeta(layerKeys[layer], set));
  }

  function show(change: LayerChange | null): void {
    if (change === null) return;
    const before = layerKeys.claims.getState(view.state) ?? DecorationSet.empty;
    const release = [...change.blocks].map(([at, same]) => keepPieces(blockElement(view.dom, at), same));
    draw('claims', before.remove([...change.remove]).add(view.state.doc, [...change.add]));
    for (const free of release) free();
    const drawn = claims.blocks();
    const near = new Set(drawn);
    for (const at of change.blocks.keys()) {
      if (near.has(at)) unsettled.add(at);
      else {
        delete lines[at];
        unsettled.delete(at);
      }
    }
    texts.layOut(drawn);
    settleSoon();
  }

  function settleSoon(): void {
    if (settling) return;
    settling = true;
    // After what else this change writes into the page in this task (the gloss), so that the page is laid out once.
    queueMicrotask(() => queueMicrotask(settle));
  }

  /** Takes the heights of blocks that were drawn anew and places their badges. Whoever asks for places comes here first. */
  function settle(): void {
    if (!settling || view.isDestroyed) return;
    settling = false;
    const at = [...unsettled];
    unsettled.clear();
    texts.take();
    place(at);
  }

  /** What is drawn beside claims may make the editor draw their badges anew: those have no place yet. */
  function drawWords(layer: Layer, set: DecorationSet): void {
    draw(layer, set);
    for (const at of claims.blocks()) if (blockElement(view.dom, at)?.querySelector('[data-badge]:not([style])') != null) unsettled.add(at);
    if (unsettled.size > 0) settleSoon();
  }

  function place(at: readonly number[]): void {
    const placed = placeBadges(at.flatMap((block) => blockElement(view.dom, block) ?? []));
    at.forEach((block, index) => {
      lines[block] = placed.lines[index] ?? NO_LINES;
    });
    // Others read places next; the page would be laid out again for them.
    queueMicrotask(placed.put);
  }

  function move(moved: boolean): boolean {
    if (moved) show(claims.move(texts.near(), pinned()));
    return moved;
  }

  /** The blocks of the selection's ends: drawing them anew would pull the page's own selection from under a hand that drags. */
  function pinned(): readonly number[] {
    const { anchor, head } = toSelected(view.state.selection);
    return anchor === head ? [] : [anchor, head].map((offset) => texts.heights.blockOf(offset));
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
    drawClaims: (drawn, changed) => show(claims.draw(drawn, changed, texts.near(), pinned())),
    drawTarget: (spans) => drawWords('target', createWordDecorations(spans, 'sel', setting())),
    drawCues: (cues) => drawWords('cues', createWordDecorations(cues, 'cue', setting())),
    drawJoins: (sentences) => drawWords('joins', createJoinDecorations(sentences, setting())),
    look(top, foot) {
      settle();
      return move(texts.look(top, foot));
    },
    lookAround(top, foot) {
      settle();
      return move(texts.lookAround(top, foot));
    },
    narrow: texts.narrow,
    lookAtAll() {
      texts.lookAtAll();
      show(claims.move(texts.near(), []));
      settle();
    },
    measure() {
      settle();
      texts.measure();
      place(claims.blocks());
    },
    near: texts.near,
    heights: texts.heights,
    settle,
    lineOf(claimId, start) {
      settle();
      const at = texts.heights.blockOf(start);
      const y = lines[at]?.get(claimId);
      return y === undefined ? texts.heights.yOf(start) : topOfBlock(view.dom, at) + y;
    },
    topOf: (offset) => topOfBlock(view.dom, texts.heights.blockOf(offset)),
    rects: (range) => textRects(toDomRange(range)).filter(({ width }) => width > 3),
    toDomRange,
    offsetAt(x, y) {
      const found = view.posAtCoords({ left: x, top: y });
      return found === null ? null : positions.toOffset(found.pos);
    },
    caretAt(offset, side) {
      const other = (side === 1 ? ceilToGrapheme(text, offset + 1) : floorToGrapheme(text, offset - 1)) as TextOffset;
      const range = toDomRange(side === 1 ? { start: offset, end: other } : { start: other, end: offset });
      const box = side === 1 ? textRects(range)[0] : textRects(range).at(-1);
      if (box === undefined) return null;
      const rtl = getComputedStyle(range.startContainer.parentElement ?? view.dom).direction === 'rtl';
      return { x: rtl === (side === 1) ? box.right : box.left, top: box.top, bottom: box.bottom, rtl };
    },
    destroy: () => editor.destroy(),
  };
}

const NO_LINES: BadgeLines = new Map();

/**
 * For 200 ms after it gets the focus ProseMirror takes a caret at the very beginning for the browser's doing and puts it back
 * (prosemirror-view, DOMObserver.flush). Once a key was pressed it is the person's.
 */
function trustCaret(view: EditorView): void {
  (view as unknown as { readonly input: { lastFocus: number } }).input.lastFocus = 0;
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
