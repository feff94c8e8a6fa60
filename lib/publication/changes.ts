import { factsOf } from '@/lib/articles/facts';
import { versionChanges } from '@/lib/claims/version-changes';
import { toExcerpt } from '@/lib/export/wording';
import type { ReportModel } from '@/lib/report/model';
import { type KnownName, redact } from '@/lib/report/redact';
import { WITHHELD, withheldWords } from '@/lib/report/withheld';

/** What became of one claim, or with `number` null of the whole, in neutral words. */
export type Change = { readonly number: number | null; readonly words: string };

/** Who has it in hand inside the desk is no correction. */
const INSIDE = ['State', 'Last edited by'];

/** Longer values are said to have changed; what they are stands in the two editions. */
const SHOWN_MAX = 80;

/**
 * What changed between two editions of an article's report: the whole first, then by claim number. Never empty. Linear in claims.
 * What either of them withholds is withheld from both: a correction does not say what it takes back, nor who “Source 1” was.
 *
 * @param known as `redact` takes them
 */
export function changesBetween(earlier: ReportModel, later: ReportModel, known: readonly KnownName[] = []): readonly Change[] {
  const withheld = WITHHELD.filter((one) => [earlier, later].some(({ choices }) => choices.withheld.includes(one)));
  const [was, is] = withheld.length === 0 ? [earlier, later] : [redact(earlier, withheld, known), redact(later, withheld, known)];
  const before = new Map(was.claims.map((claim) => [claim.number, claim]));
  const after = new Map(is.claims.map((claim) => [claim.number, claim]));
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const ofClaims = numbers.flatMap((number): readonly Change[] => {
    const [old, fresh] = [before.get(number), after.get(number)];
    if (old === undefined) return [{ number, words: 'added' }];
    if (fresh === undefined) return [{ number, words: 'taken out' }];
    return versionChanges(old, fresh)
      .filter(({ field }) => !INSIDE.includes(field))
      .map((change) => ({ number, words: changeWords(change) }));
  });
  const all = [...ofChoices(earlier, later), ...ofWhole(was, is), ...ofClaims];
  return all.length === 0 ? [{ number: null, words: 'Details behind the claims were brought up to date' }] : all;
}

/** What editions before said of their corrections, as one that withholds more than they did may repeat it: which claims, not what. */
export function withoutDetails(changes: readonly Change[]): readonly Change[] {
  const shown = changes.map(({ number, words }) =>
    number === null || WHOLLY.includes(words) ? { number, words } : { number, words: 'changed' },
  );
  return shown.filter(({ number, words }, at) => shown.findIndex((other) => other.number === number && other.words === words) === at);
}

/** Said of a claim as a whole. */
const WHOLLY = ['added', 'taken out'];

function ofChoices({ choices: was }: ReportModel, { choices: is }: ReportModel): readonly Change[] {
  const same = withheldWords(was.withheld) === withheldWords(is.withheld);
  return same ? [] : [{ number: null, words: 'What is withheld is not the same' }];
}

function ofWhole(was: ReportModel, is: ReportModel): readonly Change[] {
  const words = [
    ...(was.revision.sha256 === is.revision.sha256 ? [] : ['The text is a newer one of the same article']),
    ...(aboutOf(was) === aboutOf(is) ? [] : ['What is said of the article (topic, outlet, date) was changed']),
    ...(JSON.stringify(was.groups) === JSON.stringify(is.groups) ? [] : ['What is known of where the sources have it from was changed']),
  ];
  return words.map((said) => ({ number: null, words: said }));
}

function aboutOf({ article }: ReportModel): string {
  return JSON.stringify(factsOf(article));
}

function changeWords({ field, was, is, quoted }: ReturnType<typeof versionChanges>[number]): string {
  const name = field.toLowerCase();
  if (was === '') return `${name} added: ${shown(is, quoted)}`;
  if (is === '') return `${name} taken out: ${shown(was, quoted)}`;
  if (was.length > SHOWN_MAX || is.length > SHOWN_MAX) return `${name} changed`;
  return `${name} was ${shown(was, quoted)}, now ${shown(is, quoted)}`;
}

function shown(value: string, quoted: boolean): string {
  const text = toExcerpt(value, SHOWN_MAX);
  return quoted ? `“${text}”` : text.toLowerCase();
}

/** “C4: source was “sources”, now “Reuters”.” */
export function changeLine({ number, words }: Change): string {
  return number === null ? `${words}.` : `C${number}: ${words}.`;
}
