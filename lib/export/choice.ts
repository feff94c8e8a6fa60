import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { isLanguage, LANGUAGES, OWN_LANGUAGE } from '@/lib/frame/languages';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { type ReportChoices, WHOLE } from '@/lib/report/choices';
import { REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD } from '@/lib/report/withheld';
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from './formats';

/** What to hand over, and in which format: a report (approved claims only), or a working copy of the claims in these states. */
export type ExportChoice = {
  readonly format: ExportFormat;
  readonly claims: { readonly kind: 'report' } | { readonly kind: 'working_copy'; readonly states: readonly ClaimState[] };
  /** How it is handed over: which parts, and what is withheld. */
  readonly choices: Asked;
};

/** Why there is no report for one who checks blind. */
export const BLIND_REPORT =
  'This article is being checked blind, and a report would show what the others found. It can be exported once all have handed in.';

/** What a person can choose; the rest is the desk's. Its `language` is absent where it is English. */
export type Asked = Pick<ReportChoices, 'withheld' | 'parts' | 'language'>;

/** A choice as it is written in an address and on the command line, each part absent or empty where nothing is chosen. */
export type WrittenChoice = {
  readonly status?: string | null | undefined;
  /** What is withheld, separated by commas. */
  readonly without?: string | null | undefined;
  /** Its parts, separated by commas; all when absent. */
  readonly parts?: string | null | undefined;
  /** The language of the frame, as `LANGUAGES` (lib/frame/languages.ts) has it; English when absent. */
  readonly language?: string | null | undefined;
};

/**
 * The choice that a format's name and words stand for, in an address and on the command line alike. No status is
 * the report, `all` or claim states separated by commas a working copy. Refuses an unknown format (NOT_FOUND, field
 * `format`) and words that name something else (INVALID, with their field).
 *
 *     parseChoice('csv', { status: 'draft,submitted', without: 'people' })
 */
export function parseChoice(format: string, written: WrittenChoice): Result<ExportChoice> {
  if (!isExportFormat(format)) {
    const message = `There is no format “${format}”. Choose one of ${EXPORT_FORMATS.join(', ')}.`;
    return refused(appError('NOT_FOUND', message, { field: 'format' }));
  }
  const claims = parseStatus(written.status ?? '');
  if (claims === null) {
    return invalid('status', 'The status must be “all” or claim states separated by commas, such as draft,submitted.');
  }
  const choices = parseAsked(written);
  return choices.ok ? ok({ format, claims, choices: choices.value }) : choices;
}

/** The part of a choice that a publication has too. */
export function parseAsked({ without, parts: written, language }: WrittenChoice): Result<Asked> {
  const withheld = parseList(WITHHELD, without);
  if (withheld === null) return invalid('without', `What is withheld must be of ${WITHHELD.join(', ')}, separated by commas.`);
  const parts = parseList(REPORT_PARTS, written);
  if (parts === null) return invalid('parts', `The parts must be of ${REPORT_PARTS.join(', ')}, separated by commas.`);
  const asked = { withheld: withheld ?? WHOLE.withheld, parts: parts ?? WHOLE.parts };
  if (language === undefined || language === null || language === '') return ok(asked);
  if (!isLanguage(language)) {
    return invalid('language', `There is no frame in “${language}”. The language must be one of ${LANGUAGES.join(', ')}.`);
  }
  return ok(language === OWN_LANGUAGE ? asked : { ...asked, language });
}

/** The query of an address that asks for these choices; empty for the whole report. What `parseAsked` reads. */
export function writeAsked({ withheld, parts, language }: Asked): {
  readonly without?: string;
  readonly parts?: string;
  readonly language?: string;
} {
  return {
    ...(withheld.length === 0 ? {} : { without: withheld.join(',') }),
    ...(parts.length === REPORT_PARTS.length ? {} : { parts: parts.join(',') }),
    ...(language === undefined || language === OWN_LANGUAGE ? {} : { language }),
  };
}

function parseStatus(status: string): ExportChoice['claims'] | null {
  if (status === '') return { kind: 'report' };
  const states = status === 'all' ? CLAIM_STATES : parseList(CLAIM_STATES, status);
  return states ? { kind: 'working_copy', states } : null;
}

/** Those of `all` that are named, in their own order; undefined where nothing is written, null where it names something else, or one twice. */
function parseList<Name extends string>(all: readonly Name[], written: string | null | undefined): readonly Name[] | null | undefined {
  if (written === undefined || written === null || written === '') return undefined;
  const wanted = written.split(',').map((word) => word.trim());
  const named = all.filter((name) => wanted.includes(name));
  return named.length === wanted.length ? named : null;
}

function invalid(field: string, message: string): Result<never> {
  return refused(appError('INVALID', message, { field }));
}
