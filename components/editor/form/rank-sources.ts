import { kindForSourceType } from '@/lib/attribution/source-kind';
import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import { type ChosenSource, isUnsaved } from '@/lib/claims/tag-values';
import { type SourceOption, toNameKey } from '@/lib/sources/source';

/** One row of the source list. `hit` is the part of the label that the typing matched, as [from, to). */
export type SourceRow = {
  readonly key: string;
  readonly choice: ChosenSource | null;
  readonly label: string;
  readonly aside: string;
  readonly hit: readonly [number, number] | null;
  /** What the desk knows of the source; null for one it does not have. */
  readonly known: Pick<SourceOption, 'alsoKnownAs' | 'retracted' | 'grade'> | null;
};

export type SourceGroup = { readonly title: string; readonly rows: readonly SourceRow[] };

type Asked = {
  readonly query: string;
  readonly type: SourceType | null;
  readonly options: readonly SourceOption[];
  /** The sentence the claim stands in, and names guessed from it. */
  readonly sentence: string;
  readonly guesses: readonly string[];
};

/**
 * The sources to offer, likeliest first, so that Enter mostly takes the right one: those this sentence
 * names and whose kind fits the type, then this article's, then the desk's; a typed name that nobody has comes last.
 */
export function rankSources({ query, type, options, sentence, guesses }: Asked): readonly SourceGroup[] {
  const kind = type === null ? null : kindForSourceType(type);
  const sentenceKey = toNameKey(sentence);
  const matching = options.flatMap((option) => {
    // The server finds by aliases too: then the alias says why the source is in the list.
    const hit = findHit(option.name, query) ?? (option.alsoKnownAs !== null && findHit(option.alsoKnownAs, query) !== null ? NO_HIT : null);
    return hit === null ? [] : [{ option, row: toRow(option, hit), fits: option.kind === kind, named: names(sentenceKey, option.name) }];
  });
  const usesHere = (a: (typeof matching)[number], b: (typeof matching)[number]) =>
    Number(b.fits) - Number(a.fits) || b.option.claimsHere - a.option.claimsHere || b.option.claimsOnDesk - a.option.claimsOnDesk;
  const inSentence = matching.filter(({ fits, named }) => fits && named).sort((a, b) => b.option.name.length - a.option.name.length);
  const rest = matching.filter((found) => !inSentence.includes(found)).sort(usesHere);
  const here = rest.filter(({ option }) => option.claimsHere > 0);
  const known = new Set(options.map(({ name }) => toNameKey(name)));
  const guessed = guesses.filter((name) => !known.has(toNameKey(name))).flatMap((name) => toNewRows(name, query, 'from this sentence'));
  const typed = query.trim();
  const offered = known.has(toNameKey(typed)) || guessed.some(({ label }) => toNameKey(label) === toNameKey(typed));
  return [
    { title: '', rows: query === '' && type !== null && SOURCE_TYPE_FACTS[type].source === 'optional' ? [NO_NAME] : [] },
    { title: 'In this sentence', rows: inSentence.map(({ row }) => row) },
    { title: 'In this article', rows: here.filter(({ fits }) => fits).map(({ row }) => row) },
    { title: 'New, from this sentence', rows: guessed },
    { title: 'Other sources here', rows: here.filter(({ fits }) => !fits).map(({ row }) => row) },
    { title: 'On the desk', rows: rest.filter(({ option }) => option.claimsHere === 0).map(({ row }) => row) },
    { title: '', rows: typed === '' || offered ? [] : [toNewRow(typed, '')] },
  ].filter(({ rows }) => rows.length > 0);
}

const NO_HIT = [0, 0] as const;

const NO_NAME: SourceRow = { key: 'none', choice: null, label: 'No name given', aside: 'bare “sources”', hit: null, known: null };

function toRow(option: SourceOption, hit: readonly [number, number] | null): SourceRow {
  const { id, name, kind, claimsHere, claimsOnDesk, alsoKnownAs, retracted, grade } = option;
  const count = claimsHere > 0 ? claimsHere : claimsOnDesk;
  const aside = count === 0 ? 'unused' : `${count} ${count === 1 ? 'claim' : 'claims'}`;
  // A source named a moment ago has no id of the server's yet: it is named again, and found by its name.
  const choice = isUnsaved(id) ? { id: null, name } : { id, name, kind };
  return { key: id, choice, label: name, aside, hit: hit?.[0] === hit?.[1] ? null : hit, known: { alsoKnownAs, retracted, grade } };
}

function toNewRows(name: string, query: string, aside: string): readonly SourceRow[] {
  const hit = findHit(name, query);
  return hit === null ? [] : [{ ...toNewRow(name, aside), hit: hit[0] === hit[1] ? null : hit }];
}

function toNewRow(name: string, aside: string): SourceRow {
  return { key: `new:${name}`, choice: { id: null, name }, label: name, aside: aside || 'new source', hit: null, known: null };
}

/** Where the query stands in a name: at the start of a word if it can, else anywhere; [0, 0) for no query; null for no match. */
export function findHit(name: string, query: string): readonly [number, number] | null {
  const wanted = fold(query.trim());
  if (wanted === '') return [0, 0];
  const folded = fold(name);
  const atWord = folded === name.toLowerCase() ? folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(wanted)}`, 'u')) : -1;
  const at = atWord >= 0 ? atWord : folded.indexOf(wanted);
  if (at < 0) return null;
  // Folding may change lengths (ligatures, accents): then the match is right but its place is not known.
  return folded.length === name.length ? [at, at + wanted.length] : [0, 0];
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whether a sentence says the name, as whole words. Both folded by `toNameKey`; an article before it does not count. */
function names(sentenceKey: string, name: string): boolean {
  const key = toNameKey(name).replace(/^the /, '');
  if (key === '') return false;
  const at = sentenceKey.indexOf(key);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(sentenceKey[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(sentenceKey[at + key.length] ?? '');
}
