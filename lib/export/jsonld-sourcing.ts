import type { Cue, Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import type { Evidence } from '@/lib/claims/evidence';
import { ENGLISH } from '@/lib/frame/en/english';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ClaimSourcing, ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { CodePointIndex } from '@/lib/text/code-points';
import { each } from './json-pieces';
import type { HearsayProperty, HearsayType } from './jsonld-context';
import { gradeDoubtWords } from './sourcing-words';

/**
 * Our own words in a JSON-LD export (jsonld-context.ts). What is not known is undefined and so left out by JSON: JSON-LD takes a null
 * for silence, and objects of one shape are made and written in half the time that those take that are put together by spreading.
 * The order of a chain is in `hearsay:position`, since an array of JSON-LD has none.
 */
export type Node = Partial<Record<HearsayProperty | 'name', unknown>> & {
  readonly id?: string;
  readonly type?: HearsayType | readonly string[];
};

/** RFC 9562, section 4: the name of a UUID as an IRI. */
export function toUrn(id: string): string {
  return `urn:uuid:${id}`;
}

/** Where words stand: the IRI of their text, and its places in code points. */
export type Place = { readonly revision: string; readonly index: CodePointIndex };

export function toChain({ chain }: ReportClaim, place: Place): readonly Node[] {
  return chain.map((link, at) => toLink(link, at, place));
}

export function toStrength({ sourcing }: ReportClaim): Node {
  return {
    type: 'hearsay:Strength',
    'hearsay:value': sourcing.strength.value,
    'hearsay:explanation': sourcing.strength.sentence,
  };
}

/** The flags that stand. */
export function toFlags({ sourcing }: ReportClaim): readonly Node[] | undefined {
  return some(sourcing.flags.filter(({ dismissed }) => !dismissed).map(toFlag));
}

/** Claims of the file go by their IRIs, which `idOf` finds by number. */
export function toRelations({ sourcing }: ReportClaim, idOf: readonly (string | undefined)[]): readonly Node[] | undefined {
  return some(sourcing.related.map((related) => toRelation(related, idOf)));
}

export function toFinding(claim: ReportClaim): Node {
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = claim.finding;
  return {
    type: 'hearsay:Finding',
    'hearsay:attributionCheck': attributionCheck,
    'hearsay:contentCheck': contentCheck,
    'hearsay:credibility': known(credibility),
    'hearsay:credibilityDoubt': known(gradeDoubtWords(claim, ENGLISH)),
    'hearsay:likelihood': known(likelihood),
    'hearsay:rationale': text(rationale),
    'hearsay:correction': text(correction),
    'hearsay:question': text(question),
  };
}

export function toEvidence({ evidence }: ReportClaim): readonly Node[] | undefined {
  return some(evidence.map(toPiece));
}

function toLink(link: Link, at: number, place: Place): Node {
  const { source, cue, hedges, anonymity } = link;
  return {
    type: 'hearsay:Link',
    'hearsay:position': at + 1,
    'hearsay:sourceType': link.sourceType,
    'hearsay:who':
      source === null ? { name: linkWords(link) } : { id: toUrn(source.id), name: source.name, 'hearsay:sourceKind': source.kind },
    'hearsay:tagged': link.tagged,
    'hearsay:linkRelation': link.relation,
    'hearsay:stated': link.stated,
    'hearsay:reading': link.reading,
    'hearsay:cue': cue === null ? undefined : toWords(cue, place),
    'hearsay:hedge': some(
      hedges.map((hedge): Node => ({ type: 'hearsay:Hedge', 'hearsay:hedgeKind': hedge.kind, 'hearsay:cue': toWords(hedge, place) })),
    ),
    'hearsay:anonymity': anonymity === null ? undefined : toAnonymity(anonymity),
  };
}

function toAnonymity({ descriptor, count, number, proximity, basis, reason }: NonNullable<Link['anonymity']>): Node {
  return {
    type: 'hearsay:Anonymity',
    'hearsay:descriptor': text(descriptor),
    'hearsay:count': known(count),
    'hearsay:countNumber': known(number),
    'hearsay:proximity': known(proximity),
    'hearsay:basis': text(basis),
    'hearsay:anonymityReason': text(reason),
  };
}

/** Words of the text, found again as a target's are (4.2.4, 4.2.5). */
function toWords({ start, end, quote }: Cue, { revision, index }: Place): object {
  return {
    type: 'SpecificResource',
    source: revision,
    selector: [
      { type: 'TextQuoteSelector', exact: quote },
      { type: 'TextPositionSelector', start: index.toCodePoint(start), end: index.toCodePoint(end) },
    ],
  };
}

function toFlag({ flag, from, note, why }: ClaimSourcing['flags'][number]): Node {
  return {
    type: 'hearsay:Flag',
    'hearsay:flagName': flag,
    'hearsay:computed': from === 'data',
    'hearsay:explanation': why,
    'hearsay:note': text(note),
  };
}

function toRelation({ kind, number, note }: ClaimSourcing['related'][number], idOf: readonly (string | undefined)[]): Node {
  const id = number === null ? undefined : idOf[number];
  return {
    type: 'hearsay:Relation',
    'hearsay:relationKind': kind,
    'hearsay:outsideThisFile': id === undefined ? true : undefined,
    'hearsay:relatedClaim': id === undefined ? undefined : { id: toUrn(id) },
    'hearsay:note': text(note),
  };
}

function toPiece({ id, kind, title, url, archivedUrl, locator, retrievedOn, originGroupId, stance }: Evidence): Node {
  return {
    id: toUrn(id),
    type: 'hearsay:Evidence',
    'hearsay:evidenceKind': kind,
    'hearsay:title': title,
    'hearsay:url': known(url),
    'hearsay:archivedUrl': known(archivedUrl),
    'hearsay:locator': text(locator),
    'hearsay:retrievedOn': known(retrievedOn),
    'hearsay:inOriginGroup': originGroupId === null ? undefined : { id: toUrn(originGroupId) },
    'hearsay:stance': stance,
  };
}

/** What the collection says of all its claims: the label in sentences, the origins, the groups with their reasons. */
export function toCollectionNode({ sourcing, origins, groups, claims }: ReportModel): Node {
  const { label, sentences } = sourcing;
  const names = new Map<string, string>();
  for (const { chain } of claims) for (const { source } of chain) if (source !== null) names.set(source.id, source.name);
  return {
    'hearsay:label': {
      type: 'hearsay:Label',
      'hearsay:sentence': sentences.map((sentence, at): Node => ({ 'hearsay:position': at + 1, 'hearsay:value': sentenceText(sentence) })),
      'hearsay:originsAtMost': label.origins.atMost,
      'hearsay:originsAttested': label.origins.attested,
    } satisfies Node,
    'hearsay:origin': origins.length === 0 ? undefined : each(origins, toOrigin),
    'hearsay:originGroup': some(
      groups.map(
        ({ id, name, sourceIds, reason, attested }): Node => ({
          id: toUrn(id),
          type: 'hearsay:OriginGroup',
          name,
          'hearsay:who': sourceIds.map((member) => ({ id: toUrn(member), name: names.get(member) ?? '' })),
          'hearsay:reason': text(reason),
          'hearsay:attested': known(attested),
        }),
      ),
    ),
  };
}

function toOrigin({ name, independence, groups, claimIds }: ReportOrigin): Node {
  return {
    type: 'hearsay:Origin',
    name,
    'hearsay:independence': independence,
    'hearsay:originGroup': some(groups.map(({ id }) => ({ id: toUrn(id) }))),
    'hearsay:claim': claimIds.map((id) => ({ id: toUrn(id) })),
  };
}

function some(nodes: readonly Node[]): readonly Node[] | undefined {
  return nodes.length === 0 ? undefined : nodes;
}

function known<Value>(value: Value | null): Value | undefined {
  return value ?? undefined;
}

function text(value: string): string | undefined {
  return value === '' ? undefined : value;
}
