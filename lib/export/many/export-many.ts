import { appError } from '@/lib/kernel/app-error';
import type { Pause } from '@/lib/kernel/pause';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { ExportChoice } from '../choice';
import { EXPORT_FORMAT_FACTS } from '../formats';
import { type Many, manyArchivePieces, type ReadWanted } from './archive';
import type { ManyForm } from './form';
import { isTableFormat, manyTablePieces, TABLE_FORMATS, tooManyRows } from './table';
import { countWanted, leftOutWords, partWanted, type Wanted } from './wanted';

/** What an export of many articles will hold; `claims` as they were counted. */
export type Plan = Pick<Many, 'held' | 'leftOut'> & { readonly form: ManyForm; readonly claims: number };

/** Which of `articles` an export holds. Refuses (INVALID) what no file could hold: no article at all, a table of what is none, too many rows. */
export function planMany(
  articles: readonly Wanted[],
  { form, choice, evenBlind = false }: { readonly form: ManyForm; readonly choice: ExportChoice; readonly evenBlind?: boolean },
): Result<Plan> {
  const parted = partWanted(articles, choice.claims, { evenBlind });
  const claims = countWanted(parted.held, choice.claims);
  if (form === 'table' && !isTableFormat(choice.format)) {
    return refused(appError('INVALID', `A table is ${TABLE_FORMATS.join(' or ')}.`, { field: 'format' }));
  }
  if (parted.held.length === 0) {
    return refused(appError('INVALID', `There is nothing to export. ${leftOutWords(parted.leftOut) || 'No article was chosen.'}`));
  }
  const tooMany = form === 'table' && isTableFormat(choice.format) ? tooManyRows(choice.format, claims) : null;
  return tooMany === null ? ok({ ...parted, form, claims }) : refused(appError('TOO_LARGE', tooMany));
}

/** The file in pieces, an article read when its turn comes. The same articles give the same bytes. */
export function exportMany(form: ManyForm, many: Many, read: ReadWanted, pause: Pause): AsyncGenerator<Uint8Array, void, undefined> {
  const { format } = many.choice;
  return form === 'table' && isTableFormat(format) ? manyTablePieces(format, many, read, pause) : manyArchivePieces(many, read, pause);
}

/** `Hearsay reports 2026-11-23.zip`, `Hearsay claims 2026-11-23.csv`. */
export function manyFileName(form: ManyForm, { format, claims }: Pick<ExportChoice, 'format' | 'claims'>, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  const copy = claims.kind === 'report' ? '' : ' (working copy)';
  const { extension } = EXPORT_FORMAT_FACTS[form === 'archive' ? 'zip' : format];
  return `Hearsay ${form === 'archive' ? 'reports' : 'claims'} ${day}${copy}.${extension}`;
}
