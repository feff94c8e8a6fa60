/**
 * Where a block is drawn anew ProseMirror goes from left to right and turns each stretch of text it finds into the next one it
 * wants: one more at the beginning, and every mark after it is changed into its neighbour. So those at the end of the block that
 * will be wanted as they are refuse to be turned into others; it puts new ones before them and finds them again. To be called
 * before drawing, with how many characters at the end stay; what it returns is to be called after. One step for each stretch.
 *
 * The views of ProseMirror's elements are none of what it promises (prosemirror-view, ViewTreeUpdater.updateNextNode): where one is
 * not as expected the block is drawn as it always was.
 */
export function keepPieces(block: Element | undefined, characters: number): () => void {
  const views = (block as Viewed | undefined)?.pmViewDesc?.children ?? [];
  const kept: View[] = [];
  let left = characters;
  for (let at = views.length - 1; at >= 0; at -= 1) {
    const view = views[at] as View;
    left -= view.size;
    if (!(left >= 0)) break;
    if (view.node?.isText !== true) continue;
    view.update = refuse;
    kept.push(view);
  }
  return () => {
    for (const view of kept) delete view.update;
  };
}

type View = { readonly size: number; readonly node?: { readonly isText: boolean }; update?: () => boolean };
type Viewed = Element & { readonly pmViewDesc?: { readonly children: readonly View[] } };

const refuse = () => false;
