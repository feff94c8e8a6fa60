import { nameWords } from '@/lib/attribution/link-name';
import type { Origin } from '@/lib/attribution/origins';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { FLAG_LABELS } from '@/lib/claims/flag';
import type { PlacedNode } from '@/lib/provenance/graph-layout';
import { unstatedRelays } from '@/lib/provenance/label';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { Sourcing } from '@/lib/provenance/sourcing';
import { type DrawnEdge, edgeTitle } from './drawn-graph';
import { shortKey } from './short-key';

/**
 * The claims behind a number of the page. Every number leads to the address `?claims=<key>`, and what that lists is
 * looked up here: a long list of claims needs no long address, and a link still shows the right claims tomorrow.
 */
export type Selection = {
  readonly key: string;
  readonly title: string;
  /** Usually one part without a name; several where the number counts something that has claims of its own. */
  readonly parts: readonly { readonly name: string | null; readonly claimIds: readonly string[] }[];
};

export const edgeSelection = (key: string) => `edge-${shortKey(key)}`;
export const nodeSelection = (key: string) => `node-${shortKey(key)}`;

/** Numbers of origins and attributions open the lists that are parted by them; every other figure a list of its own. */
export function sentenceSelection(about: string, place: number, part: number): string {
  if (about === 'attributions') return 'attributions';
  if (about === 'origins') return part < 2 ? 'origins' : 'attested';
  return `${about}-${place}-${part}`;
}

/** All selections of a page by their keys. Linear in what the page shows. */
export function selectionsOf(
  sourcing: Sourcing,
  edges: readonly DrawnEdge[],
  sourceNames: ReadonlyMap<string, string>,
): ReadonlyMap<string, Selection> {
  const all = [...ofLabel(sourcing, sourceNames), ...ofSentences(sourcing), ...ofGraph(sourcing, edges)];
  return new Map(all.map((selection) => [selection.key, selection]));
}

function of(key: string, title: string, claimIds: readonly string[]): Selection {
  return { key, title, parts: [{ name: null, claimIds }] };
}

function ofLabel({ claims, rejected, label }: Sourcing, sourceNames: ReadonlyMap<string, string>): readonly Selection[] {
  const { origins, attributions } = label;
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  const originPart = (origin: Origin, at: number) => ({
    name: originName(origin, sourceNames) ?? `Origin ${at + 1}`,
    claimIds: origin.claimIds,
  });
  const attested = origins.all.filter(({ independence }) => independence === 'attested');
  const pairPart = ([a, b]: readonly [string, string]) => ({ name: `C${numbers.get(a)} and C${numbers.get(b)}`, claimIds: [a, b] });
  return [
    of('all', 'All claims', label.claimIds),
    of(
      'approved',
      'Approved',
      claims.filter(({ state }) => state === 'approved').map(({ id }) => id),
    ),
    of(
      'rejected',
      'Rejected, and not counted',
      rejected.map(({ id }) => id),
    ),
    ...label.classes.map(({ sourceClass, claimIds }) => of(`class-${sourceClass}`, SOURCE_CLASS_FACTS[sourceClass].label, claimIds)),
    { key: 'origins', title: 'By origin', parts: origins.all.map(originPart) },
    { key: 'attested', title: 'Attested as separate', parts: attested.map(originPart) },
    {
      key: 'attributions',
      title: 'Attributions in the text',
      parts: attributions.map(({ name, claimIds }) => ({ name: nameWords(name), claimIds })),
    },
    of('deepest', 'The deepest chain', label.deepest?.claimIds ?? []),
    of('silent', 'Relay not stated where it is used', unstatedRelays(label).silent),
    of('relayed', 'All that comes through relays', unstatedRelays(label).claimIds),
    { key: 'contradictions', title: 'Contradictions', parts: label.contradictions.map(pairPart) },
    { key: 'tensions', title: 'In tension', parts: label.tensions.map(pairPart) },
    ...label.flags.map(({ flag, claimIds }) => of(`flag-${flag}`, FLAG_LABELS[flag], claimIds)),
  ];
}

function ofSentences({ sentences }: Sourcing): readonly Selection[] {
  const own = sentences
    .map((sentence, place) => ({ sentence, place }))
    .filter(({ sentence: { about } }) => about !== 'origins' && about !== 'attributions');
  return own.flatMap(({ sentence, place }) =>
    sentence.parts.flatMap(({ claimIds }, part) =>
      claimIds === null ? [] : [of(sentenceSelection(sentence.about, place, part), sentenceText(sentence), [...new Set(claimIds)])],
    ),
  );
}

function ofGraph({ layout, speakers }: Sourcing, edges: readonly DrawnEdge[]): readonly Selection[] {
  return [
    ...edges.map((edge) => of(edgeSelection(edge.key), upperFirst(edgeTitle(edge)), edge.claimIds)),
    ...layout.nodes.map((node) =>
      node.members.length === 0 ? of(nodeSelection(node.key), nameWords(node.name), node.claimIds) : ofOthers(node),
    ),
    ...speakers.map(({ key, name, claimIds }) => of(nodeSelection(key), nameWords(name), claimIds)),
  ];
}

/** Who was gathered into one node, most claims first, each with their own. */
function ofOthers({ key, name, members }: PlacedNode): Selection {
  const parts = members
    .toSorted((a, b) => b.claimIds.length - a.claimIds.length)
    .map((member) => ({ name: nameWords(member.name), claimIds: member.claimIds }));
  return { key: nodeSelection(key), title: nameWords(name), parts };
}

/** What an origin is called: its groups, else its first source; null where there is neither. */
function originName({ groups, sourceIds }: Origin, sourceNames: ReadonlyMap<string, string>): string | null {
  if (groups.length > 0) return groups.map(({ name }) => name).join(', ');
  const [first, ...others] = sourceIds.map((id) => sourceNames.get(id)).filter((name) => name !== undefined);
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
