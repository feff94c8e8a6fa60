/** What stands between two cells of a row, and before what is listed within a list. */
const [CELL, WITHIN] = [' | ', '– '];

/**
 * Pasted HTML with what a comment has no room for put into what it has, before the editor reads it: a row of a table as a line with
 * its cells apart, and lists within lists as items of the outer one, each behind a dash for every list it is in, with its number where it
 * had one. The rest is left to the editor's schema. Nothing of it is run or loaded: the document it is read into is not shown.
 */
export function readablePaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const row of innermostFirst(body, 'tr')) row.replaceWith(lineOf(row));
  for (const part of innermostFirst(body, 'table, thead, tbody, tfoot')) part.replaceWith(...part.childNodes);
  for (const item of innermostFirst(body, 'li')) for (const block of innermostFirst(item, 'p, div')) block.replaceWith(...inLine(block));
  for (const list of innermostFirst(body, 'li > ul, li > ol, ul > ul, ul > ol, ol > ul, ol > ol')) liftOut(list);
  return body.innerHTML;
}

function innermostFirst(root: Element, selector: string): readonly Element[] {
  return [...root.querySelectorAll(selector)].reverse();
}

function lineOf(row: Element): Element {
  const line = row.ownerDocument.createElement('p');
  [...row.children].forEach((cell, at) => {
    for (const block of innermostFirst(cell, 'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6')) block.replaceWith(...inLine(block));
    if (at > 0) line.append(CELL);
    line.append(...cell.childNodes);
  });
  return line;
}

/** What a block holds, with a space where it ended: a line has no room for blocks. */
function inLine(block: Element): readonly (ChildNode | string)[] {
  return block.nextSibling === null ? [...block.childNodes] : [...block.childNodes, ' '];
}

/** Its items go behind the one they were in; some programs put a list straight into a list. Those that were in a deeper one have their number. */
function liftOut(list: Element): void {
  let number = Number(list.getAttribute('start') ?? 1);
  const items = [...list.children];
  for (const inner of items) {
    if (list.tagName === 'OL' && !inner.hasAttribute('data-lifted')) inner.prepend(`${number++}. `);
    inner.prepend(WITHIN);
    inner.setAttribute('data-lifted', '');
  }
  const { parentElement } = list;
  if (parentElement?.tagName === 'LI') {
    list.remove();
    parentElement.after(...items);
  } else list.replaceWith(...items);
}
