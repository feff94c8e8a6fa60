import { describe, expect, test } from 'vitest';
import { NO_FINDING } from '@/lib/claims/finding';
import { figureWords, headFacts, headWords } from '@/lib/export/contents-words';
import { allLimits } from '@/lib/export/limit-words';
import { ENGLISH } from '@/lib/frame/en/english';
import { buildReport } from '@/lib/report/model';
import { SECTION_IDS, type SectionId, sectionsOf } from '@/lib/report/parts';
import { aModel, anArticle, aSource, harbour } from '@/tests/factories/report';
import { exportedFile, exportedText, toHtml, toMarkdown } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';

const found = (finding: Partial<typeof NO_FINDING>) => ({ finding: { ...NO_FINDING, ...finding } });
const MAYOR = { sourceType: 'named_person', source: aSource(1, 'The mayor', 'person') } as const;
const facts = (model: Parameters<typeof headFacts>[0]) =>
  Object.fromEntries(headFacts(model).map((fact) => [fact.term, headWords(fact, ENGLISH)]));

describe('the head of a report', () => {
  test('says who published the article and when, or that nobody said', () => {
    expect(facts(buildReport(harbour()))).toMatchObject({ Outlet: '@The *Daily* <Wave>', Published: '31 July 2025' });
    const untold = buildReport(harbour({ article: anArticle('Harbour') }));
    expect(facts(untold)).toMatchObject({ Outlet: 'not stated in the text', Published: 'not stated' });
  });

  test('says who checked, who reviewed, where it stands, and on which scales', () => {
    expect(facts(buildReport(harbour()))).toMatchObject({
      'Checked by': 'Ada Checker and Bo Checker',
      'Reviewed by': 'Cy Editor',
      Status: '6 approved claims',
      Scales: expect.stringContaining('credibility, 1 to 6 (Admiralty scale)'),
    });
    const copy = facts(aModel('a [1:b:1]', { 1: { state: 'draft' } }, { kind: 'working_copy' }));
    expect(copy).toMatchObject({ 'Reviewed by': 'nobody yet', Approved: 'not yet', Status: 'working copy: 1 draft' });
    expect(copy.Scales).not.toContain('Admiralty');
  });
});

describe('limits', () => {
  const TEXT = 'a [1:b:1] [2:c:2] [3:d:3]';

  test('say what was not checked and why, each with its claims', () => {
    const prediction = [{ flag: 'prediction', verdict: 'added', note: '' }] as const;
    const model = aModel(TEXT, {
      1: { ...MAYOR, ...found({ contentCheck: 'confirmed', question: 'Says who?' }) },
      2: { ...MAYOR, ...found({ attributionCheck: 'accurate', contentCheck: 'not_checkable' }) },
      3: { flags: prediction },
    });
    expect(allLimits(model)).toEqual(
      expect.arrayContaining([
        'Whether the source said so was not checked for one claim (C1).',
        'Whether it is so cannot be checked by anybody for one claim (C2).',
        'One claim (C3) is a prediction and cannot be checked now.',
        'The author is still to be asked about one claim (C1).',
      ]),
    );
  });

  test('name documents that nobody read, each with the claims that lean on it, and very many together', () => {
    const lean = (number: number, name: string) => ({ sourceType: 'document', source: aSource(number, name, 'document') }) as const;
    const two = aModel(TEXT, { 1: lean(5, 'Memo'), 2: lean(6, 'Ledger'), 3: lean(5, 'Memo') });
    const trusted = (model: typeof two) => allLimits(model).filter((words) => words.startsWith('Taken on trust'));
    expect(trusted(two)).toEqual([
      'Taken on trust, not read by us: the document “Memo”, for two claims (C1, C3).',
      'Taken on trust, not read by us: the document “Ledger”, for one claim (C2).',
    ]);
    const numbers = Array.from({ length: 14 }, (_, at) => at + 1);
    const many = aModel(
      `T\n${numbers.map((at) => `[${at}:x:${at}]`).join(' ')}`,
      Object.fromEntries(numbers.map((at) => [at, lean(at, `Paper ${at}`)])),
    );
    expect(trusted(many)).toHaveLength(13);
    expect(trusted(many).at(-1)).toBe('Taken on trust as well, not read by us: the documents “Paper 13” and “Paper 14”.');
  });

  test.each(['html', 'md', 'docx', 'pdf', 'xlsx'] as const)('name unread documents in %s too', async (format) => {
    const model = aModel(TEXT, { 1: { sourceType: 'document', source: aSource(5, 'Memo', 'document') } });
    expect(unpackedText(await exportedFile(format, model)).replace(/<[^>]+>/gu, '')).toMatch(/not read by us: the document “Memo”/u);
  });

  test('name no claims where it is all of them, and not every one of very many', () => {
    expect(allLimits(aModel(TEXT))).toContain('Whether it is so was not checked for any claim.');
    const many = aModel(`T\n${Array.from({ length: 40 }, (_, at) => `[${at + 1}:x:${at + 1}]`).join(' ')}`, {
      1: found({ contentCheck: 'confirmed' }),
    });
    const [line] = allLimits(many).filter((words) => words.startsWith('Whether it is so'));
    expect(line).toMatch(/^Whether it is so was not checked for 39 claims \(C2, .*, C25 and 15 more\)\.$/u);
  });
});

describe('the sections of a report', () => {
  const ABSENT: Readonly<Record<'html' | 'md' | 'docx', readonly SectionId[]>> = {
    html: [],
    docx: ['checked', 'figures'],
    md: ['provenance', 'figures', 'method'],
  };

  test.each(['html', 'md', 'docx'] as const)('stand in %s in their order, but for those it has not got', async (format) => {
    const text = await exportedText(format, buildReport(harbour()));
    const at = (id: SectionId) =>
      text.search(
        new RegExp(
          `<h2 id="${id}">|^## ${ENGLISH.report.sections[id].title}$|"Heading1"/>.{0,200}>${ENGLISH.report.sections[id].title}<`,
          'mu',
        ),
      );
    const held = SECTION_IDS.filter((id) => at(id) >= 0);
    expect(held).toEqual(SECTION_IDS.filter((id) => !ABSENT[format].includes(id)));
    expect(held.map(at)).toEqual(held.map(at).toSorted((a, b) => a - b));
    expect(text).toContain('Questions to the author');
  });
});

describe('the sections beyond the label', () => {
  test('are absent where they have nothing to say', () => {
    const plain = aModel('a [1:b:1]', { 1: MAYOR });
    expect(sectionsOf(plain)).not.toContain('checked');
    for (const id of ['checked', 'unattributed', 'numbers'] as const) {
      expect(toHtml(plain)).not.toContain(`id="${id}"`);
      expect(toMarkdown(plain)).not.toContain(`## ${ENGLISH.report.sections[id].title}`);
    }
  });

  test('show a proposal in its sentence, and say why one cannot stand there', () => {
    const page = toHtml(aModel('H\nHe [1:flatly refused:1] it.', { 1: found({ correction: 'did not answer' }) }));
    expect(page).toMatch(/He <del>flatly refused<\/del> <span class="vh">should read <\/span><ins>did not answer<\/ins> it\./u);
    expect(toHtml(buildReport(harbour()))).toContain('Not shown as a change, because the claim stands in several places.');
  });

  test('mark the words of a proposal that differ, and no others', () => {
    const model = aModel('H\nHe [1:said the *old* port is shut:1].', { 1: found({ correction: 'said that the *old* port was shut' }) });
    expect(toHtml(model)).toContain(
      'said <span class="vh">(with: </span><ins>that </ins><span class="vh">) </span>the *old* port <del>is</del> <span class="vh">should read </span><ins>was</ins> shut.',
    );
  });

  test('name some of very many figures', () => {
    const figures = Array.from({ length: 11 }, (_, at) => String(at));
    const [claim] = aModel('a [1:b:1]').claims;
    if (claim === undefined) throw new Error('There is a claim.');
    expect(figureWords({ claim, figures }, ENGLISH)).toBe('0; 1; 2; 3; 4; 5; 6; 7 and 3 more');
  });
});
