import { toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { WHOLE } from '@/lib/report/choices';
import { buildReport, inEnglish, type ReportClaim, type ReportModel } from '@/lib/report/model';
import type { ClaimTransition } from '@/lib/review/history';
import { type CodePointIndex, createCodePointIndex } from '@/lib/text/code-points';
import { type CodePointOffset, toTextRange } from '@/lib/text/offset';
import { ARTICLE_FORMAT, ARTICLE_VERSION, type ArticleFile, articleFile } from './article-file';
import { toFileContents } from './json-contents';
import { each, jsonPieces, type Lazy } from './json-pieces';
import { type FileNames, fromFileDetails, fromFileGroups, namesOf, toFileDetails, toFileSource, toFileSourcing } from './json-sourcing';

/** The model as a `hearsay-article` file: nothing in the model is lost, `parseArticleJson` gives it back. A claim at a time. */
export function* articleJsonPieces(model: ReportModel): Generator<string, void, undefined> {
  yield* jsonPieces(toArticleFile(inEnglish(model)));
  yield '\n';
}

/**
 * The model a `hearsay-article` file was written from. Refused with `INVALID` and the reason when it is not such a
 * file, or when what follows from its claims (quotes, places, counts, people, sources, approvals, chains, label)
 * is not what it says. Never throws. The hash is not checked here: that takes a digest,
 * which pure code does not have.
 */
export function parseArticleJson(json: string): Result<ReportModel> {
  const read = readFile(json);
  if (!read.ok) return read;
  const { file, model } = read.value;
  // Both sides have the keys in the order of the schema, so equal files give equal strings.
  // The contents are told from the claims anew: an older file has none, and what finds figures may know more by now.
  const same = JSON.stringify(withoutContents(toArticleFile(model))) === JSON.stringify(withoutContents(file));
  return same ? ok(model) : invalid('The counts, people, sources, places or labels in this file do not follow from its claims.');
}

/**
 * The same of a file that we wrote and kept ourselves, perhaps before today's wording of what follows from claims: that is worked
 * out anew, and not held against what the file says.
 */
export function readKeptJson(json: string): Result<ReportModel> {
  const read = readFile(json);
  return read.ok ? ok(read.value.model) : read;
}

function readFile(json: string): Result<{ readonly file: ArticleFile; readonly model: ReportModel }> {
  const data = parseJson(json);
  const parsed = articleFile.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    return invalid(`This is not a ${ARTICLE_FORMAT} file, version ${ARTICLE_VERSION}${where === '' ? '' : `: ${where}`}.`);
  }
  const model = toModel(parsed.data);
  if (model === null) return invalid('The quotes in this file are not at their places in its text, or a chain is not one of its claim.');
  return ok({ file: parsed.data, model });
}

function withoutContents({ contents: _, ...file }: Lazy<ArticleFile>): object {
  return file;
}

/** Undefined, which no schema accepts, when `json` is not JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function invalid(message: string): Result<never> {
  return refused(appError('INVALID', message));
}

// The order of keys is that of the schema in article-file.ts: the reader compares the two as text.
function toArticleFile(model: ReportModel): Lazy<ArticleFile> {
  const { kind, statuses, generatedAt, generator, desk, article, revision, counts, people, sources, claims, transitions } = model;
  const { withheld } = model.choices;
  const index = createCodePointIndex(revision.text);
  const names = namesOf(model);
  return {
    format: ARTICLE_FORMAT,
    version: ARTICLE_VERSION,
    kind,
    statuses: [...statuses],
    generatedAt: generatedAt.toISOString(),
    generator: { name: generator.name, version: generator.version },
    ...(withheld.length === 0 ? {} : { withheld: [...withheld] }),
    desk: { id: desk.id, name: desk.name },
    article: toFileFacts(article),
    revision: {
      id: revision.id,
      number: revision.number,
      text: revision.text,
      sha256: revision.sha256,
      codePoints: revision.codePoints,
      words: revision.words,
      origin: revision.origin,
      fileName: revision.fileName,
      encoding: revision.encoding,
      importedAt: revision.importedAt.toISOString(),
      importedBy: toPerson(revision.importedBy),
    },
    counts,
    people: { checkers: people.checkers.map(toPerson), approvers: people.approvers.map(toPerson) },
    sources: each(sources, (use) => ({
      source: toFileSource(use.source),
      types: [...use.types],
      claims: use.claims.map(({ number }) => number),
    })),
    ...toFileSourcing(model, index, names),
    contents: toFileContents(model),
    claims: each(claims, (claim) => toFileClaim(claim, index, names)),
    transitions: each(transitions, toFileTransition),
  };
}

function toFileFacts({ id, title, topic, outlet, publishedOn, createdAt, createdBy }: ReportModel['article']): ArticleFile['article'] {
  return {
    id,
    title,
    ...(topic === '' ? {} : { topic }),
    ...(outlet === '' ? {} : { outlet }),
    ...(publishedOn === null ? {} : { publishedOn }),
    createdAt: createdAt.toISOString(),
    createdBy: toPerson(createdBy),
  };
}

type FileClaim = ArticleFile['claims'][number];

function toFileClaim(claim: ReportClaim, index: CodePointIndex, names: FileNames): FileClaim {
  const { reason, approval } = claim;
  const details = toFileDetails(claim, index, names);
  // Field by field: an object of so many fields put together by spreading takes several times as long to make and to write.
  return {
    id: claim.id,
    number: claim.number,
    spans: claim.spans.map(({ place, quote, before, after }) => ({
      start: place.start,
      end: place.end,
      quote,
      prefix: place.prefix,
      suffix: place.suffix,
      before,
      after,
    })),
    sourceType: claim.sourceType,
    sourceClass: toSourceClass(claim.sourceType),
    source: claim.source === null ? null : toFileSource(claim.source),
    confidence: claim.confidence,
    note: claim.note,
    state: claim.state,
    version: claim.version,
    createdBy: toPerson(claim.createdBy),
    lastEditedBy: toPerson(claim.lastEditedBy),
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
    submittedAt: claim.submittedAt?.toISOString() ?? null,
    reason: reason === null ? null : { by: toPerson(reason.by), at: reason.at.toISOString(), text: reason.text },
    approval: approval === null ? null : { by: toPerson(approval.by), at: approval.at.toISOString() },
    chain: details.chain,
    chainInWords: details.chainInWords,
    hand: details.hand,
    strength: details.strength,
    origin: details.origin,
    originsAtMost: details.originsAtMost,
    originsAttested: details.originsAttested,
    credibilityDoubt: details.credibilityDoubt,
    finding: details.finding,
    evidence: details.evidence,
    flags: details.flags,
    standingFlags: details.standingFlags,
    relations: details.relations,
  };
}

function toFileTransition(transition: ClaimTransition): ArticleFile['transitions'][number] {
  const { id, claimId, event, from, to, actor, at, reason, claimVersion } = transition;
  return { id, claimId, event, from, to, actor: toPerson(actor), at: at.toISOString(), reason, claimVersion };
}

// A person may carry more at run time than its type says; what a file holds is decided here.
function toPerson({ id, name }: ArticleFile['people']['checkers'][number]): { id: string; name: string } {
  return { id, name };
}

/** Null when words are not at their places in the text, or a chain is not one of its claim. */
function toModel(file: ArticleFile): ReportModel | null {
  const { article, revision, desk } = file;
  const index = createCodePointIndex(revision.text);
  const claims: Claim[] = [];
  for (const claim of file.claims) {
    const made = toClaim(claim, file, index);
    if (made === null) return null;
    claims.push(made);
  }
  return buildReport({
    kind: file.kind,
    statuses: file.statuses,
    desk,
    article: {
      ...{ id: article.id, deskId: desk.id, title: article.title, createdBy: article.createdBy },
      ...{ topic: article.topic ?? '', outlet: article.outlet ?? '', publishedOn: article.publishedOn ?? null },
      createdAt: new Date(article.createdAt),
    },
    revision: { ...revision, articleId: article.id, importedAt: new Date(revision.importedAt) },
    claims,
    transitions: file.transitions.map((transition) => ({ ...transition, at: new Date(transition.at) })),
    groups: fromFileGroups(file),
    generatedAt: new Date(file.generatedAt),
    generator: file.generator,
    choices: { ...WHOLE, withheld: file.withheld ?? [] },
  });
}

function toClaim(claim: FileClaim, { desk, article, revision }: ArticleFile, index: CodePointIndex): Claim | null {
  const { text } = revision;
  const spans = claim.spans.map(({ start, end, quote, before, after }) => {
    if (start >= end || end > index.codePoints) return null;
    const range = toTextRange(index.toTextOffset(start as CodePointOffset), index.toTextOffset(end as CodePointOffset));
    return text.slice(range.start, range.end) === quote ? { ...range, quote, before, after } : null;
  });
  const details = fromFileDetails(claim, text, index);
  if (details === null || spans.some((span) => span === null)) return null;
  const { id, number, sourceType, source, confidence, note, state, version, createdBy, lastEditedBy, submittedAt, reason } = claim;
  return {
    ...details,
    ...{ id, number, sourceType, source, confidence, note, state, version, createdBy, lastEditedBy },
    deskId: desk.id,
    articleId: article.id,
    revisionId: revision.id,
    spans: spans.filter((span) => span !== null),
    createdAt: new Date(claim.createdAt),
    updatedAt: new Date(claim.updatedAt),
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    reason: reason && { ...reason, at: new Date(reason.at) },
  };
}
