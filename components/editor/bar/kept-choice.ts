import { browserStorage } from '@/components/ui/browser-storage';
import { type ExportChoice, parseChoice, type WrittenChoice, writeAsked } from '@/lib/export/choice';

const keyOf = (userId: string) => `hearsay.export.${userId}`;

/** What a person chose last, in this browser; null where nothing was, or by a build that had other choices. */
export function readKeptChoice(userId: string): ExportChoice | null {
  try {
    const kept: unknown = JSON.parse(browserStorage()?.getItem(keyOf(userId)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { format, ...written } = kept as WrittenChoice & { readonly format?: unknown };
    const choice = parseChoice(String(format), written);
    return choice.ok ? choice.value : null;
  } catch {
    // Not JSON, or words where others were meant: as if nothing was chosen.
    return null;
  }
}

/** Kept as it is written in an address. Where the browser keeps nothing, the next choice begins anew. */
export function keepChoice(userId: string, choice: ExportChoice): void {
  try {
    browserStorage()?.setItem(keyOf(userId), JSON.stringify({ format: choice.format, ...writtenChoice(choice) }));
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
  const query = new URLSearchParams(Object.entries(writtenChoice(choice)).flatMap(([name, words]) => (words ? [[name, words]] : [])));
  return `/api/articles/${articleId}/export/${choice.format}${query.size === 0 ? '' : `?${query}`}`;
}
