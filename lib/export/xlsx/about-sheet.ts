import { sentenceText } from '@/lib/provenance/label-sentences';
import { REPORT_KIND_LABELS, type ReportModel } from '@/lib/report/model';
import { headFacts, headWords, stepWords } from '../contents-words';
import { allLimits } from '../limit-words';
import { closingWords, FACTS, METHOD, notAReport } from '../report-words';
import { headline } from '../sourcing-words';
import { toListText } from '../wording';
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
  const { kind, article, desk, generatedAt } = model;
  return [
    ['kind', REPORT_KIND_LABELS[kind]],
    ...(kind === 'report' ? [] : [['notice', Object.values(notAReport(model.statuses)).join(' ')] as const]),
    ['article_title', article.title],
    ['article_topic', article.topic],
    ...headFacts(model).map((fact) => ['head', `${fact.term}: ${headWords(fact)}`] as const),
    ['article_id', article.id],
    ['desk', desk.name],
    ['made_at', generatedAt],
  ];
}

function toLabel({ sourcing: { label, sentences } }: ReportModel): readonly Row[] {
  if (label.claimIds.length === 0) return [['label', 'No claims.']];
  const said = [headline(label).join(' '), ...sentences.map(sentenceText), FACTS.fine];
  return said.map((words) => ['label', words] as const);
}

function toSignOff({ people, revision, generator, contents }: ReportModel): readonly Row[] {
  const names = (list: readonly { readonly name: string }[]) => (list.length === 0 ? 'nobody' : toListText(list.map(({ name }) => name)));
  return [
    ['annotated_by', names(people.checkers)],
    ['approved_by', names(people.approvers)],
    ['steps', stepWords(contents.steps)],
    ['revision', revision.number],
    ['revision_id', revision.id],
    ['revision_sha256', revision.sha256],
    ['code_points', revision.codePoints],
    ['words', revision.words],
    ['imported_at', revision.importedAt],
    ['written_by', `${generator.name} ${generator.version}`],
  ];
}

const JOINING_WORDS = 'Times are UTC. The sheets join by claim_id and by source_id; what is called C8 has 8 in the column claim.';

function toReading(model: ReportModel): readonly Row[] {
  return [
    ...allLimits(model).map((words) => ['limit', words] as const),
    ...model.contents.questions.map(({ number, finding }) => ['question', `C${number}: ${finding.question}`] as const),
    ...[...Object.values(METHOD).map(({ words }) => words), JOINING_WORDS].map((words) => ['reading', words] as const),
    ['closing', closingWords(model.kind)],
  ];
}
