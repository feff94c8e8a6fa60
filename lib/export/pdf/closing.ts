import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, SOURCE_TYPE_FACTS, typesOfClass } from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { FLAG_DEFINITIONS, FLAG_LABELS } from '@/lib/claims/flag';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { stepWords } from '../contents-words';
import { classId } from '../html-parts';
import { figureId } from '../html-speakers';
import { closingWords, METHOD } from '../report-words';
import { toListText, toNumberText, toTimeText } from '../wording';
import type { Element } from './canvas';
import { limitList } from './contents';
import { INK_2 } from './palette';
import type { Run } from './paragraph';
import { classRun, isolated, numberRuns } from './runs';
import { run, type Sheet } from './sheet';
import { say } from './sourcing';

const SIZE = 8.5;

/** The label in sentences, and under each the claims that it counts; then the flags. */
export function* figures(sheet: Sheet, parent: Element, { sourcing }: ReportModel, pick: Picker): Generator<void> {
  for (const [place, { about, parts }] of sourcing.sentences.entries()) {
    sheet.ensure(40);
    sheet.place(figureId(about, place));
    say(sheet, parent, [run(parts.map(({ text }) => text).join(''), SIZE)], { after: 0 });
    for (const { text, claimIds } of parts) {
      if (claimIds !== null)
        say(sheet, parent, [run(`${isolated(text)}: `, 8, 'regular', INK_2), ...numberRuns(pick(claimIds), 8)], { after: 0 });
    }
    sheet.y += 5;
    yield;
  }
  for (const { flag, claimIds } of sourcing.label.flags) {
    sheet.ensure(40);
    say(sheet, parent, [run(`${FLAG_LABELS[flag]}. `, SIZE, 'bold'), run(FLAG_DEFINITIONS[flag], SIZE)], { after: 0 });
    say(sheet, parent, numberRuns(pick(claimIds), 8), { after: 5 });
    yield;
  }
}

/** What the classes, lines and words mean, and which claims stand under each. */
export function* method(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const byClass = new Map(model.sourcing.label.classes.map(({ sourceClass, claimIds }) => [sourceClass, claimIds]));
  for (const sourceClass of SOURCE_CLASSES) {
    sheet.ensure(50);
    sheet.place(classId(sourceClass));
    say(sheet, parent, [classRun(sourceClass, 7), run(` ${SOURCE_CLASS_FACTS[sourceClass].label}`, 9, 'bold')], { type: 'H3', after: 0 });
    for (const type of typesOfClass(sourceClass)) {
      const { definition } = SOURCE_TYPE_DEFINITIONS[type];
      say(sheet, parent, [run(`${SOURCE_TYPE_FACTS[type].label}. `, SIZE, 'italic'), run(definition, SIZE)], { after: 0 });
    }
    const claims = pick(byClass.get(sourceClass) ?? []);
    const head = claims.length === 0 ? 'No claims.' : claims.length === 1 ? 'Claim ' : 'Claims ';
    say(sheet, parent, [run(head, 8, 'regular', INK_2), ...numberRuns(claims, 8)], { after: 6 });
    yield;
  }
  for (const { title, words } of Object.values(METHOD)) {
    sheet.ensure(30);
    say(sheet, parent, [run(title, 9, 'bold')], { type: 'H3', after: 0 });
    say(sheet, parent, [run(words, SIZE)], { after: 6 });
  }
}

/** What the report cannot say, who stands behind it, and the exact text it is about. */
export function* limits(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  limitList(sheet, parent, model);
  yield;
  sheet.y += 6;
  sheet.ensure(90);
  for (const [term, runs] of signOff(model)) say(sheet, parent, [run(`${term}: `, 8, 'regular', INK_2), ...runs], { after: 0 });
  const { name, version } = model.generator;
  sheet.y += 10;
  say(sheet, parent, [run(`Made with ${name} ${version}. ${closingWords(model.kind)}`, 7.5, 'regular', INK_2)]);
}

function signOff({ people, desk, revision, generatedAt, kind, contents }: ReportModel): readonly (readonly [string, readonly Run[]])[] {
  const names = (all: readonly { readonly name: string }[]) =>
    all.length === 0 ? '– nobody' : toListText(all.map((one) => isolated(one.name)));
  const text = `revision ${revision.number}, ${toNumberText(revision.codePoints)} code points, imported ${toTimeText(revision.importedAt)}`;
  const pairs = [
    ['Annotated', names(people.checkers)],
    ['Approved', names(people.approvers)],
    ['Desk', isolated(desk.name)],
    [kind === 'report' ? 'Made' : 'Copied', toTimeText(generatedAt)],
    ['Text', text],
    ['Steps', stepWords(contents.steps)],
    ['SHA-256', revision.sha256],
  ] as const;
  return pairs.map(([term, words]) => [term, [run(words, 8)]]);
}
