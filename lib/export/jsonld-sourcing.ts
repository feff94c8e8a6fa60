import { chainLine } from '@/lib/attribution/chain-words';
import type { Cue, Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import type { Evidence } from '@/lib/claims/evidence';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ClaimSourcing, ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { CodePointIndex } from '@/lib/text/code-points';
import { type Each, each } from './json-pieces';
import type { HearsayProperty, HearsayType } from './jsonld-context';
import { gradeDoubtWords } from './sourcing-words';

/**
 * Our own words in a JSON-LD export (jsonld-context.ts). What is not known is left out: JSON-LD takes a null for silence.
 * The order of a chain is in `hearsay:position`, since an array of JSON-LD has none.
 */
type Node = Partial<Record<HearsayProperty | 'name', unknown>> & { readonly id?: string; readonly type?: HearsayType | readonly string[] };

/** RFC 9562, section 4: the name of a UUID as an IRI. */
export function toUrn(id: string): string {
  return `urn:uuid:${id}`;
}

/** What an annotation says of its claim beyond its bodies. Claims of the file go by their IRIs. */
export function toClaimNode(claim: ReportClaim, index: CodePointIndex, idOf: ReadonlyMap<number, string>): Node {
  const { chain, sourcing, finding, evidence, revisionId } = claim;
  return {
    'hearsay:chain': chain.map((link, at) => toLink(link, at, { revisionId, index })),
    'hearsay:chainInWords': chainLine(chain),
    ...(sourcing.hand === null ? {} : { 'hearsay:hand': sourcing.hand }),
    'hearsay:strength': {
      type: 'hearsay:Strength',
      'hearsay:value': sourcing.strength.value,
      'hearsay:explanation': sourcing.strength.sentence,
    } satisfies Node,
    'hearsay:originsAtMost': sourcing.corroboration.atMost,
    'hearsay:originsAttested': sourcing.corroboration.attested,
    ...some('hearsay:flag', sourcing.flags.filter(({ dismissed }) => !dismissed).map(toFlag)),
    ...some(
      'hearsay:relation',
      sourcing.related.map((related) => toRelation(related, idOf)),
    ),
    'hearsay:finding': {
      type: 'hearsay:Finding',
      'hearsay:attributionCheck': finding.attributionCheck,
      'hearsay:contentCheck': finding.contentCheck,
      ...(finding.credibility === null ? {} : { 'hearsay:credibility': finding.credibility }),
      ...text('hearsay:credibilityDoubt', gradeDoubtWords(claim) ?? ''),
      ...(finding.likelihood === null ? {} : { 'hearsay:likelihood': finding.likelihood }),
      ...text('hearsay:rationale', finding.rationale),
      ...text('hearsay:correction', finding.correction),
      ...text('hearsay:question', finding.question),
    } satisfies Node,
    ...some('hearsay:evidence', evidence.map(toEvidence)),
  };
}

type Place = { readonly revisionId: string; readonly index: CodePointIndex };

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
    ...(cue === null ? {} : { 'hearsay:cue': toWords(cue, place) }),
    ...some(
      'hearsay:hedge',
      hedges.map((hedge): Node => ({ type: 'hearsay:Hedge', 'hearsay:hedgeKind': hedge.kind, 'hearsay:cue': toWords(hedge, place) })),
    ),
    ...(anonymity === null
      ? {}
      : {
          'hearsay:anonymity': {
            type: 'hearsay:Anonymity',
            ...text('hearsay:descriptor', anonymity.descriptor),
            ...(anonymity.count === null ? {} : { 'hearsay:count': anonymity.count }),
            ...(anonymity.number === null ? {} : { 'hearsay:countNumber': anonymity.number }),
            ...(anonymity.proximity === null ? {} : { 'hearsay:proximity': anonymity.proximity }),
            ...text('hearsay:basis', anonymity.basis),
            ...text('hearsay:anonymityReason', anonymity.reason),
          } satisfies Node,
        }),
  };
}

/** Words of the text, found again as a target's are (4.2.4, 4.2.5). */
function toWords({ start, end, quote }: Cue, { revisionId, index }: Place): object {
  return {
    type: 'SpecificResource',
    source: toUrn(revisionId),
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
    ...text('hearsay:note', note),
  };
}

function toRelation({ kind, number, note }: ClaimSourcing['related'][number], idOf: ReadonlyMap<number, string>): Node {
  const id = number === null ? undefined : idOf.get(number);
  return {
    type: 'hearsay:Relation',
    'hearsay:relationKind': kind,
    ...(id === undefined ? { 'hearsay:outsideThisFile': true } : { 'hearsay:relatedClaim': { id: toUrn(id) } }),
    ...text('hearsay:note', note),
  };
}

function toEvidence({ id, kind, title, url, archivedUrl, locator, retrievedOn, originGroupId, stance }: Evidence): Node {
  return {
    id: toUrn(id),
    type: 'hearsay:Evidence',
    'hearsay:evidenceKind': kind,
    'hearsay:title': title,
    ...(url === null ? {} : { 'hearsay:url': url }),
    ...(archivedUrl === null ? {} : { 'hearsay:archivedUrl': archivedUrl }),
    ...text('hearsay:locator', locator),
    ...(retrievedOn === null ? {} : { 'hearsay:retrievedOn': retrievedOn }),
    ...(originGroupId === null ? {} : { 'hearsay:inOriginGroup': { id: toUrn(originGroupId) } }),
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
    ...some('hearsay:origin', each(origins, toOrigin)),
    ...some(
      'hearsay:originGroup',
      groups.map(
        ({ id, name, sourceIds, reason, attested }): Node => ({
          id: toUrn(id),
          type: 'hearsay:OriginGroup',
          name,
          'hearsay:who': sourceIds.map((member) => ({ id: toUrn(member), name: names.get(member) ?? '' })),
          ...text('hearsay:reason', reason),
          ...(attested === null ? {} : { 'hearsay:attested': attested }),
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
    ...some(
      'hearsay:originGroup',
      groups.map(({ id }) => ({ id: toUrn(id) })),
    ),
    'hearsay:claim': claimIds.map((id) => ({ id: toUrn(id) })),
  };
}

function some(name: HearsayProperty, nodes: readonly unknown[] | Each<unknown>): Node {
  return nodes.length === 0 ? {} : { [name]: nodes };
}

function text(name: HearsayProperty, value: string): Node {
  return value === '' ? {} : { [name]: value };
}
