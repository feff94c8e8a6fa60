import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { exportReport } from '@/lib/export/export-report';
import { packObjects } from '@/lib/export/pdf/object-streams';
import { branchTrees } from '@/lib/export/pdf/trees';
import { aModel } from '@/tests/factories/report';
import { gatherPieces } from '@/tests/support/exported';
import { rawPdf } from '@/tests/support/unpacked';

const PAGES = 30;
const ON_A_PAGE = 60;

/** What pdfkit keeps of pages and elements. */
type Kept = {
  readonly _root: {
    readonly data: {
      readonly Pages: { readonly data: { readonly Kids: readonly { readonly data: object }[] } };
      readonly StructTreeRoot: { readonly data: { readonly ParentTree: { readonly get: (key: number) => unknown } } };
    };
  };
};

/** A tagged document as reports are: on each page marked content with an element each, every third with a link, and a place for each. */
function aDocument() {
  const doc = new PDFDocument({ pdfVersion: '1.7', autoFirstPage: false, tagged: true, font: null as never });
  const packed = packObjects(doc);
  const trees = branchTrees(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const names: string[] = [];
  for (let page = 0; page < PAGES; page++) {
    doc.addPage();
    for (let at = 0; at < ON_A_PAGE; at++) {
      const name = `${at % 2 === 0 ? 'claim' : 'text'}-${names.length}`;
      const element = doc.struct('P');
      root.add(element);
      element.add(doc.markStructureContent('P'));
      doc.endMarkedContent();
      if (at % 3 === 0) doc.annotate(0, 0, 9, 9, { Subtype: 'Link', Dest: new String(name), structParent: element } as never);
      element.end();
      doc.addNamedDestination(name, 'XYZ', 0, 0, null as never);
      names.push(name);
    }
  }
  root.end();
  return { doc, names, end: [trees.end, packed.end] };
}

function written({ doc, end }: ReturnType<typeof aDocument>): { readonly file: string; readonly steps: number } {
  let steps = 0;
  for (const part of end) for (const _ of part()) steps++;
  return { file: rawPdf(doc.read() as Uint8Array), steps };
}

function objectsOf(file: string): ReadonlyMap<string, string> {
  return new Map([...file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gsu)].map(([, id, body]) => [id as string, body as string]));
}

function leavesOf(objects: ReadonlyMap<string, string>, root: RegExp): readonly string[] {
  const kids = [...objects.values()].map((body) => root.exec(body)?.[1]).find((one) => one !== undefined);
  return [...(kids ?? '').matchAll(/(\d+) 0 R/gu)].map(([, id]) => objects.get(id as string) as string);
}

describe('a PDF written object by object', () => {
  test('names the element of all marked content and of every link, in leaves in order', () => {
    const objects = objectsOf(written(aDocument()).file);
    const leaves = leavesOf(objects, /\/ParentTree << \/Kids \[([^\]]*)\]/u);
    expect(leaves.length).toBeGreaterThan(1);
    const entries = leaves.flatMap((leaf) => {
      const [, first, last, list] = /\/Limits \[(\d+) (\d+)\]\n\/Nums \[(.*)\]\n>>$/su.exec(leaf) ?? [];
      const found = [...(list as string).matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) 0 R)/gu)].map(([, key, page, link]) => ({
        key,
        page,
        link,
      }));
      expect([found[0]?.key, found.at(-1)?.key]).toEqual([first, last]);
      return found;
    });
    expect(entries.map(({ key }) => Number(key))).toEqual(entries.map((_, at) => at));
    let [contents, links] = [0, 0];
    for (const [id, body] of objects) {
      const [, isLink, key] = /\/StructParent(s?) (\d+)\n/u.exec(body) ?? [];
      if (key === undefined) continue;
      const { page, link } = entries[Number(key)] as (typeof entries)[number];
      if (isLink === '') {
        expect(objects.get(link as string)).toContain(`/Obj ${id} 0 R`);
        links++;
      } else
        for (const [mcid, [, element]] of [...(page as string).matchAll(/(\d+) 0 R/gu)].entries()) {
          expect(objects.get(element as string)).toMatch(new RegExp(`/K \\[${mcid}[ \\]].*/Pg ${id} 0 R`, 'su'));
          contents++;
        }
    }
    expect([contents, links]).toEqual([PAGES * ON_A_PAGE, (PAGES * ON_A_PAGE) / 3]);
  });

  test('names its places in leaves, sorted by their characters', () => {
    const made = aDocument();
    const objects = objectsOf(written(made).file);
    const leaves = leavesOf(objects, /\/Dests << \/Kids \[([^\]]*)\]/u);
    expect(leaves.length).toBeGreaterThan(1);
    const names = leaves.flatMap((leaf) => {
      const [, first, last, list] = /\/Limits \[\((.*?)\) \((.*?)\)\]\n\/Names \[(.*)\]\n>>$/su.exec(leaf) ?? [];
      const found = [...(list as string).matchAll(/\(([^)]*)\) \[\d+ 0 R \/XYZ 0 [\d.]+ null\]/gu)].map(([, name]) => name as string);
      expect([found[0], found.at(-1)]).toEqual([first, last]);
      return found;
    });
    expect(names).toEqual([...made.names].sort());
  });

  test('holds nothing of a page that is full', () => {
    const { doc } = aDocument();
    const { Pages, StructTreeRoot } = (doc as unknown as Kept)._root.data;
    const full = Pages.data.Kids.slice(0, -1);
    expect(full.map(({ data }) => data)).toEqual(full.map(() => ({})));
    const { ParentTree } = StructTreeRoot.data;
    expect(ParentTree.get(0)).toBeUndefined();
  });

  test('ends in as many steps as it has thousands of objects', () => {
    const made = aDocument();
    for (let at = 0; at < 100_000; at++) made.doc.ref({}).end(undefined as never);
    expect(written(made).steps).toBeGreaterThanOrEqual(6);
  });
});

test('a report as PDF gives way on every page, however long a paragraph is', async () => {
  const model = aModel(`Head\n[1:${'many words '.repeat(20_000)}:1] end`);
  let pauses = 0;
  const pause = async () => {
    pauses++;
  };
  const file = rawPdf(await gatherPieces(exportReport('pdf', model, { pause })));
  const pages = file.match(/\/Type \/Page\n/gu)?.length ?? 0;
  expect(pages).toBeGreaterThan(50);
  expect(pauses).toBeGreaterThan(pages);
});
