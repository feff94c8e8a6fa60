import { frameOf } from '@/lib/frame/frames';
import type { Language } from '@/lib/frame/languages';
import 'server-only';
import { createHash } from 'node:crypto';
import { findArticleResource } from '@/lib/articles/data';
import type { Checking } from '@/lib/assignments/checking';
import { findChecking } from '@/lib/assignments/data';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { type Asked, writeAsked } from '@/lib/export/choice';
import { readReport } from '@/lib/export/data';
import { articleJsonPieces } from '@/lib/export/json';
import { joinTexts } from '@/lib/export/pieces';
import { findPeople, nameOf, type People } from '@/lib/people/data';
import { WHOLE } from '@/lib/report/choices';
import { listKnownNames } from '@/lib/report/data';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { type KnownName, redact } from '@/lib/report/redact';
import { WITHHELD } from '@/lib/report/withheld';
import type { Change } from './changes';
import { readAsked, readWithheld } from './link/data';
import { timeless, toPublicModel } from './public-model';
import { type Edition, isOpen, type Publication, reportPath } from './publication';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight };

/** What of an edition is listed: not the whole of it. */
const editionSelect = {
  number: true,
  sha256: true,
  publishedAt: true,
  publishedById: true,
  note: true,
  changes: true,
  choices: true,
  closing: { select: { reason: true, closedById: true, closedAt: true } },
} as const;

const publicationSelect = {
  articleId: true,
  slug: true,
  listed: true,
  passwordHash: true,
  expiresAt: true,
  revokedAt: true,
  version: true,
  article: { select: { title: true } },
  editions: { select: editionSelect, orderBy: { number: 'desc' } },
} as const;

/** The publication of the desk's article, or null; null too while the viewer checks it blind. */
export async function findPublication(db: Database, { deskId, articleId, sight }: Scope): Promise<Publication | null> {
  if (isLimited(sight, articleId)) return null;
  const row = await db.read.publication.findFirst({ where: { deskId, articleId }, select: publicationSelect });
  return row === null ? null : toPublication(row, await findPeople(db.read, peopleOf([row])));
}

/** Every publication of the desk, the newest edition first; without those of articles that the viewer checks blind. */
export async function listPublications(
  db: Database,
  { deskId, sight }: { readonly deskId: string; readonly sight: Sight },
): Promise<readonly Publication[]> {
  const rows = await db.read.publication.findMany({ where: { deskId }, select: publicationSelect });
  const seen = rows.filter(({ articleId }) => !isLimited(sight, articleId));
  const people = await findPeople(db.read, peopleOf(seen));
  const newest = ({ editions }: Publication) => editions[0]?.publishedAt.getTime() ?? 0;
  return seen.map((row) => toPublication(row, people)).sort((a, b) => newest(b) - newest(a));
}

/**
 * Where on this server everybody can read the article's report now; null where nobody can: nothing is published, or the link is
 * revoked, run out or locked with a password. Null too for who checks the article blind.
 */
export async function findPublicPath(db: Database, { now, ...scope }: Scope & { readonly now: Date }): Promise<string | null> {
  const publication = await findPublication(db, scope);
  return publication !== null && isOpen(publication, now) ? reportPath(publication.slug) : null;
}

type EditionRow = Omit<Edition, 'changes' | 'publishedBy' | 'withheld' | 'closed'> & {
  readonly changes: string;
  readonly choices: string;
  readonly publishedById: string;
  readonly closing: { readonly reason: string; readonly closedById: string; readonly closedAt: Date } | null;
};
type PublicationRow = Omit<Publication, 'title' | 'locked' | 'editions'> & {
  readonly passwordHash: string | null;
  readonly article: { readonly title: string };
  readonly editions: readonly EditionRow[];
};

function peopleOf(rows: readonly PublicationRow[]): readonly string[] {
  return rows.flatMap(({ editions }) =>
    editions.flatMap(({ publishedById, closing }) => [publishedById, ...(closing === null ? [] : [closing.closedById])]),
  );
}

function toPublication({ article, passwordHash, editions, ...row }: PublicationRow, people: People): Publication {
  return {
    ...row,
    title: article.title,
    locked: passwordHash !== null,
    editions: editions.map(({ publishedById, changes, choices, closing, ...edition }) => ({
      ...edition,
      publishedBy: nameOf(people, publishedById),
      changes: JSON.parse(changes) as readonly Change[],
      withheld: readWithheld(choices),
      closed: closing === null ? null : { at: closing.closedAt, by: nameOf(people, closing.closedById), reason: closing.reason },
    })),
  };
}

/** What permissions about publishing the desk's article need to know, or null. */
export async function findPublicationResource(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string },
): Promise<{ readonly deskId: string; readonly checking: Checking } | null> {
  const article = await findArticleResource(db, scope);
  return article === null ? null : { ...article, checking: await findChecking(db, scope.articleId) };
}

/** What would become public just now. */
export type Draft = {
  readonly model: ReportModel;
  /** SHA-256 (hex) of what it says, whenever it is made: the same while nothing of it changes. */
  readonly fingerprint: string;
  /** The same of the whole report, whatever is left out of this one: what an editor looked at. */
  readonly seen: string;
  /** Names that are withheld wherever they are written; none where none are. */
  readonly known: readonly KnownName[];
};

/**
 * The report as it would be published, without what is left out and withheld; null when the desk has no such article. Takes the
 * time of an export.
 */
export async function readDraft(
  db: Database,
  scope: Scope & { readonly now: Date },
  { withheld, parts, language }: Asked = WHOLE,
): Promise<Draft | null> {
  const whole = await readReport(db, scope, { kind: 'report' });
  if (whole === null) return null;
  const open = toPublicModel(whole);
  const known = withheld.length === 0 ? [] : await listKnownNames(db, scope);
  const told = language === undefined ? open : inLanguage(open, language);
  const left = withheld.length === 0 ? told : redact(told, withheld, known);
  const model = { ...left, choices: { ...left.choices, parts } };
  return { model, fingerprint: fingerprintOf(model), seen: fingerprintOf(open), known };
}

function inLanguage(model: ReportModel, language: Language): ReportModel {
  return buildReport({ ...model, frame: frameOf(language), choices: { ...model.choices, language } });
}

/** Of its data and of what they do not say: which parts are shown, in which language, and under which sign. */
function fingerprintOf(model: ReportModel): string {
  const { parts = '', language = '' } = writeAsked(model.choices);
  const logo = model.choices.house?.logo ?? null;
  return sha256(`${joinTexts(articleJsonPieces(timeless(model)))}${parts}${language}${logo === null ? '' : logo.base64 + logo.alt}`);
}

/** How the newest edition was handed over, whole where there is none: what the next one begins with. */
export async function findLastChoices(db: Database, { deskId, articleId, sight }: Scope): Promise<Asked> {
  if (isLimited(sight, articleId)) return WHOLE;
  const row = await db.read.edition.findFirst({
    where: { publication: { deskId, articleId } },
    select: { choices: true },
    orderBy: { number: 'desc' },
  });
  const asked = row === null ? null : readAsked(row.choices);
  // A part that a newer Hearsay had and this one has not is no reason to show everything: an editor is asked again, by everything withheld.
  return asked === null ? WHOLE : asked.ok ? asked.value : { ...WHOLE, withheld: WITHHELD };
}

/** In hex; of a text, of its UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
