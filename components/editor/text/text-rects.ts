/** The boxes of the article's own words in a range: badges and hidden words stand in it too and are left out. */
export function textRects(range: Range): readonly DOMRect[] {
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
