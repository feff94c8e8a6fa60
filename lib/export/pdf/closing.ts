import { SOURCE_CLASSES, typesOfClass } from '@/lib/attribution/source-type';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { stepWords } from '../contents-words';
import { classId } from '../html-parts';
import { figureId } from '../html-speakers';
import { madeWith } from '../report-words';
import type { Element } from './canvas';
import { limitList } from './contents';
import { INK_2 } from './palette';
import type { Run } from './paragraph';
import { classRun, isolated, numberRuns } from './runs';
import { run, type Sheet } from './sheet';
import { say, saySteps } from './sourcing';

const SIZE = 8.5;

/** The label in sentences, and under each the claims that it counts; then the flags. */
export function* figures(sheet: Sheet, parent: Element, { sourcing, frame }: ReportModel, pick: Picker): Generator<void> {
  for (const [place, { about, parts }] of sourcing.sentences.entries()) {
    sheet.ensure(40);
    sheet.place(figureId(about, place));
    say(sheet, parent, [run(parts.map(({ text }) => text).join(''), SIZE)], { after: 0 });
    for (const { text, claimIds } of parts) {
      if (claimIds !== null)
        yield* saySteps(sheet, parent, [run(`${isolated(text)}: `, 8, 'regular', INK_2), ...numberRuns(pick(claimIds), 8, frame)], {
          after: 0,
        });
    }
    sheet.y += 5;
    yield;
  }
  for (const { flag, claimIds } of sourcing.label.flags) {
    sheet.ensure(40);
    say(sheet, parent, [run(`${frame.claims.flags[flag]}. `, SIZE, 'bold'), run(frame.definitions.flags[flag], SIZE)], { after: 0 });
    yield* saySteps(sheet, parent, numberRuns(pick(claimIds), 8, frame), { after: 5 });
    yield;
  }
}

/** What the classes, lines and words mean, and which claims stand under each. */
export function* method(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { frame } = model;
  const { attribution, definitions, layout, report } = frame;
  const byClass = new Map(model.sourcing.label.classes.map(({ sourceClass, claimIds }) => [sourceClass, claimIds]));
  for (const sourceClass of SOURCE_CLASSES) {
    sheet.ensure(50);
    sheet.place(classId(sourceClass));
    say(sheet, parent, [classRun(sourceClass, 7), run(` ${attribution.classes[sourceClass]}`, 9, 'bold')], { type: 'H3', after: 0 });
    for (const type of typesOfClass(sourceClass)) {
      say(sheet, parent, [run(`${attribution.types[type].label}. `, SIZE, 'italic'), run(definitions.types[type], SIZE)], { after: 0 });
    }
    const claims = pick(byClass.get(sourceClass) ?? []);
    const head = claims.length === 0 ? report.noClaims : `${claims.length === 1 ? layout.claimOne : layout.claimsMany} `;
    yield* saySteps(sheet, parent, [run(head, 8, 'regular', INK_2), ...numberRuns(claims, 8, frame)], { after: 6 });
    yield;
  }
  for (const { title, words } of Object.values(report.method)) {
    sheet.ensure(30);
    say(sheet, parent, [run(title, 9, 'bold')], { type: 'H3', after: 0 });
    say(sheet, parent, [run(words, SIZE)], { after: 6 });
  }
}

/** What the report cannot say, who stands behind it, and the exact text it is about. */
export function* limits(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  yield* limitList(sheet, parent, model);
  sheet.y += 6;
  sheet.ensure(90);
  for (const [term, runs] of signOff(model)) say(sheet, parent, [run(`${term}: `, 8, 'regular', INK_2), ...runs], { after: 0 });
  sheet.y += 10;
  say(sheet, parent, [run(`${madeWith(model)}. ${model.frame.report.closing[model.kind]}`, 7.5, 'regular', INK_2)]);
}

function signOff(model: ReportModel): readonly (readonly [string, readonly Run[]])[] {
  const { people, desk, revision, generatedAt, kind, frame } = model;
  const { layout, counts } = frame;
  const { terms } = layout;
  const names = (all: readonly { readonly name: string }[]) =>
    all.length === 0 ? `– ${layout.nobody}` : counts.list(all.map((one) => isolated(one.name)));
  const size = layout.codePoints(counts.number(revision.codePoints));
  const text = layout.revisionText(revision.number, size, counts.time(revision.importedAt));
  const pairs = [
    [terms.annotated, names(people.checkers)],
    [terms.approved, names(people.approvers)],
    [terms.desk, isolated(desk.name)],
    [kind === 'report' ? terms.made : terms.copied, counts.time(generatedAt)],
    [terms.text, text],
    [terms.steps, stepWords(model)],
    [terms.hash, revision.sha256],
  ] as const;
  return pairs.map(([term, words]) => [term, [run(words, 8)]]);
}
