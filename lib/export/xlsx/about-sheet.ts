import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { headFacts, headWords, stepWords } from '../contents-words';
import { allLimits } from '../limit-words';
import { notAReport } from '../report-words';
import { headline } from '../sourcing-words';
import type { CellValue } from './cell';
import type { Sheet } from './sheet';

type Row = readonly [string, CellValue];

/** What the file is, its sourcing label in sentences, limits and sign-off. `cut` says which lists are longer than a sheet. */
export function aboutSheet(model: ReportModel, cut: readonly string[] = []): Sheet {
  const rows = [
    ...toFile(model),
    ...cut.map((words) => ['notice', words] as const),
    ...toLabel(model),
    ...toSignOff(model),
    ...toReading(model),
  ];
  const columns = [
    { name: 'what', width: 24 },
    { name: 'says', width: 110 },
  ];
  return { name: 'About', columns, count: rows.length, rows };
}

function toFile(model: ReportModel): readonly Row[] {
  const { kind, article, desk, generatedAt, frame } = model;
  return [
    ['kind', frame.report.kinds[kind]],
    ...(kind === 'report' ? [] : [['notice', Object.values(notAReport(model)).join(' ')] as const]),
    ['article_title', article.title],
    ['article_topic', article.topic],
    ...headFacts(model).map((fact) => ['head', `${fact.term}: ${headWords(fact, frame)}`] as const),
    ['article_id', article.id],
    ['desk', desk.name],
    ['made_at', generatedAt],
  ];
}

function toLabel({ sourcing: { label, sentences }, frame }: ReportModel): readonly Row[] {
  if (label.claimIds.length === 0) return [['label', frame.report.noClaims]];
  const said = [headline(label, frame).join(' '), ...sentences.map(sentenceText), frame.report.facts.fine];
  return said.map((words) => ['label', words] as const);
}

function toSignOff(model: ReportModel): readonly Row[] {
  const { people, revision, generator, frame } = model;
  const names = (list: readonly { readonly name: string }[]) =>
    list.length === 0 ? frame.layout.nobody : frame.counts.list(list.map(({ name }) => name));
  return [
    ['annotated_by', names(people.checkers)],
    ['approved_by', names(people.approvers)],
    ['steps', stepWords(model)],
    ['revision', revision.number],
    ['revision_id', revision.id],
    ['revision_sha256', revision.sha256],
    ['code_points', revision.codePoints],
    ['words', revision.words],
    ['imported_at', revision.importedAt],
    ['written_by', `${generator.name} ${generator.version}`],
  ];
}

function toReading(model: ReportModel): readonly Row[] {
  const { report, layout } = model.frame;
  return [
    ...allLimits(model).map((words) => ['limit', words] as const),
    ...model.contents.questions.map(({ number, finding }) => ['question', `C${number}: ${finding.question}`] as const),
    ...[...Object.values(report.method).map(({ words }) => words), layout.joining].map((words) => ['reading', words] as const),
    ['closing', report.closing[model.kind]],
  ];
}
