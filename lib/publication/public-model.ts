import { required } from '@/lib/kernel/assert';
import { buildReport, type ReportModel } from '@/lib/report/model';

/**
 * A report as far as it is for everybody. Beside what no report has (desk notes, comments, claims that are not approved)
 * it leaves out what the desk said to itself on the way: of each claim's steps only the approval stays, without words;
 * who brought the text in, and under which file name, becomes the desk.
 */
export function toPublicModel(model: ReportModel): ReportModel {
  const { desk, article, revision, transitions } = model;
  const approvals = new Map(
    transitions.filter(({ to }) => to === 'approved').map((step) => [`${step.claimId} ${step.at.getTime()}`, step]),
  );
  return buildReport({
    ...model,
    kind: 'report',
    article: { ...article, createdBy: desk },
    revision: { ...revision, fileName: null, encoding: null, importedBy: desk },
    claims: model.claims.map((claim) => ({ ...claim, reason: null, parents: undefined })),
    transitions: model.claims.flatMap(({ id, approval }) => {
      if (approval === null) return [];
      const step = required(approvals.get(`${id} ${approval.at.getTime()}`), 'an approval is a step of its claim');
      return [{ ...step, reason: '' }];
    }),
  });
}

/** The same model made at no time, by no version: two that say the same are the same text. */
export function timeless(model: ReportModel): ReportModel {
  return { ...model, generatedAt: new Date(0), generator: { name: model.generator.name, version: '' } };
}
