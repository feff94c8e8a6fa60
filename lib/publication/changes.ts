import { factsOf } from '@/lib/articles/facts';
import { versionChanges } from '@/lib/claims/version-changes';
import { toExcerpt } from '@/lib/export/wording';
import { PUBLISHED } from '@/lib/frame/en/published';
import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { type KnownName, redact } from '@/lib/report/redact';
import { WITHHELD } from '@/lib/report/withheld';

/** What became of one claim, or with `number` null of the whole, in neutral words. */
export type Change = { readonly number: number | null; readonly words: string };

/** Who has it in hand inside the desk is no correction. */
const INSIDE = ['State', 'Last edited by'];

/** Longer values are said to have changed; what they are stands in the two editions. */
const SHOWN_MAX = 80;

/**
 * What changed between two editions of an article's report: the whole first, then by claim number. Never empty. Linear in claims.
 * What either of them withholds is withheld from both: a correction does not say what it takes back, nor who “Source 1” was.
 * Told in the language of the later one; the names of fields are English.
 *
 * @param known as `redact` takes them
 */
export function changesBetween(earlier: ReportModel, later: ReportModel, known: readonly KnownName[] = []): readonly Change[] {
  const { frame } = later;
  const words = frame.published.changes;
  const withheld = WITHHELD.filter((one) => [earlier, later].some(({ choices }) => choices.withheld.includes(one)));
  const [was, is] = withheld.length === 0 ? [earlier, later] : [redact(earlier, withheld, known), redact(later, withheld, known)];
  const before = new Map(was.claims.map((claim) => [claim.number, claim]));
  const after = new Map(is.claims.map((claim) => [claim.number, claim]));
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const ofClaims = numbers.flatMap((number): readonly Change[] => {
    const [old, fresh] = [before.get(number), after.get(number)];
    if (old === undefined) return [{ number, words: words.added }];
    if (fresh === undefined) return [{ number, words: words.takenOut }];
    return versionChanges(old, fresh)
      .filter(({ field }) => !INSIDE.includes(field))
      .map((change) => ({ number, words: changeWords(change, frame) }));
  });
  const all = [...ofChoices(earlier, later, words), ...ofWhole(was, is, words), ...ofClaims];
  return all.length === 0 ? [{ number: null, words: words.details }] : all;
}

type Words = Frame['published']['changes'];

/**
 * What editions before said of their corrections, as one that withholds more than they did may repeat it: which claims, not what.
 * Those before may have said it in another language than `told`: what is not known from English or from that is only said to have changed.
 */
export function withoutDetails(changes: readonly Change[], told: Words = PUBLISHED.changes): readonly Change[] {
  const wholly = (words: string) => WHOLLY.find((name) => words === told[name] || words === PUBLISHED.changes[name]);
  const shown = changes.map(({ number, words }) => ({ number, words: number === null ? words : told[wholly(words) ?? 'changed'] }));
  return shown.filter(({ number, words }, at) => shown.findIndex((other) => other.number === number && other.words === words) === at);
}

/** Said of a claim as a whole. */
const WHOLLY = ['added', 'takenOut'] as const;

function ofChoices({ choices: was }: ReportModel, { choices: is }: ReportModel, words: Words): readonly Change[] {
  const same = was.withheld.join() === is.withheld.join();
  return same ? [] : [{ number: null, words: words.withheld }];
}

function ofWhole(was: ReportModel, is: ReportModel, words: Words): readonly Change[] {
  const all = [
    ...(was.revision.sha256 === is.revision.sha256 ? [] : [words.text]),
    ...(aboutOf(was) === aboutOf(is) ? [] : [words.article]),
    ...(JSON.stringify(was.groups) === JSON.stringify(is.groups) ? [] : [words.groups]),
  ];
  return all.map((said) => ({ number: null, words: said }));
}

function aboutOf({ article }: ReportModel): string {
  return JSON.stringify(factsOf(article));
}

function changeWords({ field, was, is, quoted }: ReturnType<typeof versionChanges>[number], { published, attribution }: Frame): string {
  const words = published.changes;
  const name = field.toLowerCase();
  const shown = (value: string) => {
    const text = toExcerpt(value, SHOWN_MAX);
    return quoted ? attribution.quoted(text) : text.toLowerCase();
  };
  if (was === '') return words.fieldAdded(name, shown(is));
  if (is === '') return words.fieldTakenOut(name, shown(was));
  if (was.length > SHOWN_MAX || is.length > SHOWN_MAX) return words.fieldChanged(name);
  return words.fieldWas(name, shown(was), shown(is));
}

/** “C4: source was “sources”, now “Reuters”.” */
export function changeLine({ number, words }: Change): string {
  return number === null ? `${words}.` : `C${number}: ${words}.`;
}
