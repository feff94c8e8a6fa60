import type { Steps } from '@/lib/kernel/pause';
import type { Document } from './canvas';

/**
 * The two trees that have an entry for each thing in a document: the names of places (ISO 32000-1, 7.9.6), and the elements that marked
 * content and links belong to (7.9.7, 14.7.4.4). The library (pdfkit 0.20.2) keeps every entry to the end, with it every element of the
 * structure, and writes each tree as one object. Here they are in leaves, which are written and forgotten as soon as nothing
 * can be added to them: elements when their page is full, names at the end, since they have to be sorted.
 *
 *     root   << /Kids [7 0 R 9 0 R] >>
 *     leaf   << /Limits [0 511] /Nums [0 [3 0 R 4 0 R] 1 5 0 R ...] >>
 *
 * `end` is for after the last page and before the document ends.
 */
export function branchTrees(doc: Document): { readonly end: () => Steps<void> } {
  const { data } = (doc as unknown as Rooted)._root;
  const names = branchNames(doc, data.Names.data.Dests);
  const elements = branchNumbers(doc, data.StructTreeRoot.data.ParentTree);
  // What belongs to the page before has all its elements: nothing is written on a page once the next has begun.
  doc.on('pageAdded', () => elements.cut(LEAF));
  return {
    end: function* () {
      elements.cut(1);
      yield* names.end();
    },
  };
}

/** How many entries a leaf has, or a few more: small enough to be read for one of them, and to be made in a millisecond or two. */
const LEAF = 512;

/** What pdfkit keeps of a document's trees; its types name none of it. */
type Rooted = {
  readonly _root: {
    readonly data: {
      readonly Names: { readonly data: { readonly Dests: Tree<string> } };
      readonly StructTreeRoot: { readonly data: { readonly ParentTree: Tree<number> } };
    };
  };
};

type Tree<Key> = {
  add: (key: Key, value: unknown) => unknown;
  get: (key: Key) => unknown;
  /** The tree as it stands in the file. */
  toString: () => string;
};

/** Keys only grow, and what was added to an entry after its leaf was cut is a bug of ours: the library then finds no entry. */
function branchNumbers(doc: Document, tree: Tree<number>): { readonly cut: (atLeast: number) => void } {
  const write = leavesOf(doc, tree);
  let entries = new Map<number, unknown>();
  tree.add = (key, value) => {
    entries.set(key, value);
    return value;
  };
  tree.get = (key) => entries.get(key);
  return {
    cut: (atLeast) => {
      if (entries.size < atLeast) return;
      const keys = [...entries.keys()];
      write({ Limits: [keys[0], keys.at(-1)], Nums: [...entries].flat(1) });
      entries = new Map();
    },
  };
}

/** So many characters of a name say which names it is sorted with: of the claims of a report, a thousand or so in a group. */
const GROUPED_BY = 8;

/** Sorted by their characters, group by group: all at once takes a quarter of a second for the names of 100,000 claims. */
function branchNames(doc: Document, tree: Tree<string>): { readonly end: () => Steps<void> } {
  const write = leavesOf(doc, tree);
  const groups = new Map<string, Map<string, unknown>>();
  tree.add = (name, value) => {
    const start = name.slice(0, GROUPED_BY);
    const group = groups.get(start);
    if (group === undefined) groups.set(start, new Map([[name, value]]));
    else group.set(name, value);
    return value;
  };
  tree.get = (name) => groups.get(name.slice(0, GROUPED_BY))?.get(name);
  return {
    end: function* () {
      let entries: (readonly [string, unknown])[] = [];
      const cut = () => {
        const [first, last] = [entries[0], entries.at(-1)];
        if (first === undefined || last === undefined) return;
        const Names = entries.flatMap(([name, value]) => [new String(name), value]);
        write({ Limits: [new String(first[0]), new String(last[0])], Names });
        entries = [];
      };
      for (const start of [...groups.keys()].sort()) {
        for (const entry of [...(groups.get(start) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))) {
          entries.push(entry);
          if (entries.length < LEAF) continue;
          cut();
          yield;
        }
      }
      cut();
    },
  };
}

/** Writes leaves of a tree, in order; its root will name them. */
function leavesOf(doc: Document, tree: Tree<never>): (data: Record<string, unknown>) => void {
  const written: unknown[] = [];
  tree.toString = () => `<< /Kids [${written.join(' ')}] >>`;
  return (data) => {
    const leaf = doc.ref(data as never) as unknown as { data: unknown; readonly end: () => void };
    leaf.end();
    leaf.data = {};
    written.push(leaf);
  };
}
