import { handWords } from '@/lib/attribution/hand';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Frame } from '@/lib/frame/frame';
import type { Said } from '@/lib/frame/said';
import { required } from '@/lib/kernel/assert';
import type { ClaimPair, RelayUse, SourcingLabel } from './label';

/** A sentence of the label, in pieces: those with claims open them. The pieces put together are the sentence. */
export type LabelSentence = { readonly about: SentenceTopic; readonly parts: readonly SentencePart[] };

export type SentencePart = { readonly text: string; readonly claimIds: readonly string[] | null };

export type SentenceTopic =
  | 'claims'
  | 'attributions'
  | 'origins'
  | 'largest_origin'
  | 'relay'
  | 'other_relay'
  | 'record'
  | 'no_source'
  | 'deepest'
  | 'contradictions'
  | 'tensions'
  | 'circular';

/** So many relays beside the largest get a sentence; the table has them all. */
const OTHER_RELAYS_MAX = 3;

/**
 * The label in sentences, most telling first; only those that have something to say, so none for no claims. Counts, never
 * shares, and “at most” before any number of origins. A second relay “stands apart” only where a person attested it.
 */
export function labelSentences(label: SourcingLabel, frame: LabelFrame = SCREEN): readonly LabelSentence[] {
  if (label.claimIds.length === 0) return [];
  const words = frame.provenance.label;
  return [
    about('claims', words.claims(label.claimIds.length), { claims: label.claimIds }),
    ...attributionSentence(label, words),
    originSentence(label, words),
    ...largestOriginSentence(label, words),
    ...relaySentences(label, words),
    recordSentence(label, words),
    ...noSourceSentence(label, words),
    ...deepestSentence(label, words, frame),
    ...pairSentence('contradictions', label.contradictions, words),
    ...pairSentence('tensions', label.tensions, words),
    ...circularSentence(label, words),
  ];
}

type LabelFrame = Pick<Frame, 'provenance' | 'attribution'>;
type Words = Frame['provenance']['label'];

/** Screens have English. */
const SCREEN: LabelFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

export function sentenceText({ parts }: LabelSentence): string {
  return parts.map(({ text }) => text).join('');
}

/** A sentence of a language with the claims that each of its figures counts. */
function about<Figure extends string>(
  topic: SentenceTopic,
  said: Said<Figure>,
  claimIds: Readonly<Record<Figure, readonly string[]>>,
): LabelSentence {
  const parts = said.map((part) =>
    typeof part === 'string' ? { text: part, claimIds: null } : { text: part.text, claimIds: claimIds[part.figure] },
  );
  return { about: topic, parts };
}

function attributionSentence({ attributions }: SourcingLabel, words: Words): readonly LabelSentence[] {
  if (attributions.length === 0) return [];
  const claims = attributions.flatMap(({ claimIds }) => claimIds);
  return [about('attributions', words.attributions(attributions.length), { claims })];
}

function originSentence({ origins }: SourcingLabel, words: Words): LabelSentence {
  if (origins.atMost === 0) return about('origins', [words.noOrigin], {});
  const attested = origins.all.filter(({ independence }) => independence === 'attested');
  return about('origins', words.origins(origins.atMost, origins.attested), {
    all: origins.all.flatMap(({ claimIds }) => claimIds),
    attested: attested.flatMap(({ claimIds }) => claimIds),
  });
}

/** Said where most claims hang on one origin that no single relay stands for. */
function largestOriginSentence({ origins, relays, claimIds }: SourcingLabel, words: Words): readonly LabelSentence[] {
  const [first, ...rest] = origins.all;
  if (first === undefined || rest.length === 0) return [];
  const largest = rest.reduce((most, origin) => (origin.claimIds.length > most.claimIds.length ? origin : most), first);
  const count = largest.claimIds.length;
  if (count < 2 || count <= (relays[0]?.claimIds.length ?? 0)) return [];
  const names = largest.groups.map(({ name }) => name).join(', ');
  const said = words.largestOrigin(count, claimIds.length, names === '' ? null : names);
  return [about('largest_origin', said, { claims: largest.claimIds })];
}

function relaySentences({ relays, claimIds }: SourcingLabel, words: Words): readonly LabelSentence[] {
  const [largest, ...others] = relays;
  if (largest === undefined) return [];
  const said = words.relay(largest.claimIds.length, claimIds.length, largest.source.name, largest.silent.length);
  return [
    about('relay', said, { claims: largest.claimIds, silent: largest.silent }),
    ...others.slice(0, OTHER_RELAYS_MAX).map((other) => otherRelaySentence(other, largest, words)),
  ];
}

function otherRelaySentence({ source, origin, claimIds }: RelayUse, largest: RelayUse, words: Words): LabelSentence {
  const say = (sentence: Words['relayApart']) => about('other_relay', sentence(source.name, claimIds.length), { claims: claimIds });
  if (origin !== null && origin === largest.origin) {
    const told = new Set(largest.claimIds);
    return say(claimIds.every((id) => told.has(id)) ? words.relayBehind : words.relayOfSameOrigin);
  }
  return say(origin?.independence === 'attested' ? words.relayApart : words.relayUnknown);
}

function recordSentence({ classes }: SourcingLabel, words: Words): LabelSentence {
  const { claimIds } = required(
    classes.find(({ sourceClass }) => sourceClass === 'record'),
    'a label counts every class',
  );
  if (claimIds.length === 0) return about('record', [words.noRecord], {});
  return about('record', words.record(claimIds.length), { claims: claimIds });
}

function noSourceSentence({ noSource: { claimIds, ownVoice } }: SourcingLabel, words: Words): readonly LabelSentence[] {
  if (claimIds.length === 0) return [];
  return [about('no_source', words.noSource(claimIds.length, ownVoice.length), { claims: claimIds, own: ownVoice })];
}

/** First hand is as near as it gets: there is nothing to say of it. */
function deepestSentence({ deepest }: SourcingLabel, words: Words, { attribution }: LabelFrame): readonly LabelSentence[] {
  if (deepest === null || deepest.hand < 2) return [];
  const { hand, claimIds } = deepest;
  return [about('deepest', words.deepest(claimIds.length, handWords(hand, attribution)), { claims: claimIds })];
}

function pairSentence(topic: 'contradictions' | 'tensions', pairs: readonly ClaimPair[], words: Words): readonly LabelSentence[] {
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  const said = words[topic];
  if (rest.length === 0) return [about(topic, said.two(), { pair: first })];
  const claims = [...new Set(pairs.flat())];
  const centre = first.find((id) => rest.every((pair) => pair.includes(id)));
  if (centre === undefined) return [about(topic, said.among(pairs.length, claims.length), { claims })];
  const others = claims.filter((id) => id !== centre);
  return [about(topic, said.around(others.length), { centre: [centre], others })];
}

function circularSentence({ circular }: SourcingLabel, words: Words): readonly LabelSentence[] {
  return circular.length === 0 ? [] : [about('circular', words.circular(circular.length), { claims: circular })];
}
