import { browserStorage } from '@/components/ui/browser-storage';
import { type ExportChoice, parseChoice, type WrittenChoice, writeAsked } from '@/lib/export/choice';
import { isManyForm, type ManyForm } from '@/lib/export/many/form';

/** A choice for several articles goes with the form of the one file. */
type Kept = { readonly choice: ExportChoice; readonly form: ManyForm | null };

/** Of one article and of several, each for itself. */
export type KeptOf = 'export' | 'export-several';

const keyOf = (of: KeptOf, userId: string) => `hearsay.${of}.${userId}`;

/** What a person chose last, in this browser; null where nothing was, or by a build that had other choices. */
export function readKept(of: KeptOf, userId: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(browserStorage()?.getItem(keyOf(of, userId)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { format, form, ...written } = kept as WrittenChoice & { readonly format?: unknown; readonly form?: unknown };
    const choice = parseChoice(String(format), written);
    return choice.ok ? { choice: choice.value, form: typeof form === 'string' && isManyForm(form) ? form : null } : null;
  } catch {
    // Not JSON, or words where others were meant: as if nothing was chosen.
    return null;
  }
}

/** Kept as it is written in an address. Where the browser keeps nothing, the next choice begins anew. */
export function keep(of: KeptOf, userId: string, choice: ExportChoice, form: ManyForm | null = null): void {
  try {
    const written = { format: choice.format, ...(form === null ? {} : { form }), ...writtenChoice(choice) };
    browserStorage()?.setItem(keyOf(of, userId), JSON.stringify(written));
  } catch {
    // Full, or forbidden: nothing that anybody waits for.
  }
}

/** The choice in words, without its format: of a working copy all states, which is what the dialog offers. */
function writtenChoice({ claims, choices }: ExportChoice): WrittenChoice {
  return {
    ...(claims.kind === 'report' ? {} : { status: claims.states.length === 0 ? 'all' : claims.states.join(',') }),
    ...writeAsked(choices),
  };
}

/** The address of the export. */
export function hrefOf(articleId: string, choice: ExportChoice): string {
  const query = queryOf(choice);
  return `/api/articles/${articleId}/export/${choice.format}${query.size === 0 ? '' : `?${query}`}`;
}

/** The address of the export of several, in this order. */
export function hrefOfSeveral(form: ManyForm, ids: readonly string[], choice: ExportChoice): string {
  const query = new URLSearchParams({ ids: ids.join(','), ...Object.fromEntries(queryOf(choice)) });
  return `/api/export/${form}/${choice.format}?${query}`;
}

function queryOf(choice: ExportChoice): URLSearchParams {
  return new URLSearchParams(Object.entries(writtenChoice(choice)).flatMap(([name, words]) => (words ? [[name, words]] : [])));
}
