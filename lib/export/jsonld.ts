import { v5 } from 'uuid';
import { chainLine } from '@/lib/attribution/chain-words';
import { ENGLISH } from '@/lib/frame/en/english';
import type { PersonRef } from '@/lib/kernel/person';
import { inEnglish, REPORT_KIND_LABELS, type ReportClaim, type ReportModel, type ReportSpan } from '@/lib/report/model';
import { withheldWords } from '@/lib/report/withheld';
import { createCodePointIndex } from '@/lib/text/code-points';
import { each, jsonPieces } from './json-pieces';
import { ANNO_CONTEXT, HEARSAY_CONTEXT } from './jsonld-context';
import { type Place, toChain, toCollectionNode, toEvidence, toFinding, toFlags, toRelations, toStrength, toUrn } from './jsonld-sourcing';

/**
 * W3C Web Annotation (Data Model, Recommendation of 23 February 2017): an AnnotationCollection (5.1) with
 * its only AnnotationPage embedded (5.2), each claim an Annotation (3.1) on one revision of the article.
 * Each body has its own purpose (3.3.5), so that a reader tells them apart without a vocabulary of ours:
 *
 *     classifying   the source type            identifying  the source's name
 *     assessing     the checker's confidence   commenting   the note
 *     moderating    the state                  replying     why it was returned or rejected
 *     tagging       the claim's number in its article ("C8")
 *
 * Offsets count Unicode code points (4.2.4, 4.2.5). Chains, strength, flags, relations, findings and origins have no
 * words in that model: they stand beside the bodies in ours (jsonld-sourcing.ts), whose context is inline. Nothing but
 * the W3C context is to be fetched: all IRIs are urn:uuid.
 */
type Body = {
  readonly type: 'TextualBody';
  readonly purpose: 'classifying' | 'identifying' | 'assessing' | 'commenting' | 'moderating' | 'replying' | 'tagging';
  readonly format: 'text/plain';
  readonly value: string;
  readonly creator: Agent | undefined;
  readonly created: string | undefined;
};

type Agent = { readonly id?: string; readonly type: 'Person' | 'Software'; readonly name: string };

/** An annotation at a time. */
export function* jsonLdPieces(model: ReportModel): Generator<string, void, undefined> {
  yield* jsonPieces(toCollection(inEnglish(model)));
  yield '\n';
}

/**
 * The collection has the same id whenever the same question is asked (this revision, this kind, these
 * states, this withheld), so that an import can replace an earlier export instead of standing beside it.
 */
function toCollection(model: ReportModel): object {
  const { kind, statuses, article, revision, claims, generatedAt, choices } = model;
  const { withheld } = choices;
  const name = [kind, statuses.join('+'), ...(withheld.length === 0 ? [] : [`without ${withheld.join('+')}`])].join('/');
  const words = withheldWords(withheld, ENGLISH);
  const id = toUrn(v5(name, revision.id));
  const page = toUrn(v5(`${name}/page/1`, revision.id));
  const generator = toGenerator(model);
  const file: FileFacts = {
    ...{ generator, generated: generatedAt.toISOString() },
    place: { revision: toUrn(revision.id), index: createCodePointIndex(revision.text) },
    idOf: idsByNumber(claims),
  };
  return {
    '@context': [ANNO_CONTEXT, HEARSAY_CONTEXT],
    id,
    type: 'AnnotationCollection',
    label: `${REPORT_KIND_LABELS[kind]}: ${article.title}${words === null ? '' : ` (${words})`}`,
    // The W3C context has the prefix (DCMI Metadata Terms), so no word of ours is needed.
    ...(article.topic === '' ? {} : { 'dcterms:subject': article.topic }),
    ...(article.outlet === '' ? {} : { 'dcterms:publisher': article.outlet }),
    ...(article.publishedOn === null ? {} : { 'dcterms:issued': article.publishedOn }),
    generator,
    modified: file.generated,
    total: claims.length,
    last: page,
    ...toCollectionNode(model),
    first: {
      id: page,
      type: 'AnnotationPage',
      // An object, not its IRI alone: the W3C test schemas for a page ask for one, and 5.2 allows both.
      partOf: { id, type: 'AnnotationCollection', total: claims.length },
      startIndex: 0,
      items: each(claims, (claim) => toAnnotation(claim, file)),
    },
  };
}

/** What is the same for all annotations of a file. */
type FileFacts = {
  readonly generator: Agent;
  readonly generated: string;
  readonly place: Place;
  readonly idOf: readonly (string | undefined)[];
};

/** A list and not a map, which would take five times the memory: the numbers of an article's claims count from 1. */
function idsByNumber(claims: ReportModel['claims']): readonly (string | undefined)[] {
  const ids: string[] = [];
  for (const { number, id } of claims) ids[number] = id;
  return ids;
}

function toAnnotation(claim: ReportClaim, { generator, generated, place, idOf }: FileFacts): object {
  const { chain, sourcing } = claim;
  return {
    // Annotations taken out of their page stay valid: 3.1 asks for the context in each. Ours is still there from the collection's.
    '@context': ANNO_CONTEXT,
    id: toUrn(claim.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: toPerson(claim.createdBy),
    created: claim.createdAt.toISOString(),
    modified: claim.updatedAt.toISOString(),
    generator,
    generated,
    body: toBodies(claim),
    target: claim.spans.map((span) => toTarget(span, place.revision)),
    'hearsay:chain': toChain(claim, place),
    'hearsay:chainInWords': chainLine(chain),
    'hearsay:hand': sourcing.hand ?? undefined,
    'hearsay:strength': toStrength(claim),
    'hearsay:originsAtMost': sourcing.corroboration.atMost,
    'hearsay:originsAttested': sourcing.corroboration.attested,
    'hearsay:flag': toFlags(claim),
    'hearsay:relation': toRelations(claim, idOf),
    'hearsay:finding': toFinding(claim),
    'hearsay:evidence': toEvidence(claim),
  };
}

function toBodies(claim: ReportClaim): readonly Body[] {
  const { source, note, approval, reason } = claim;
  return [
    toBody('classifying', claim.sourceType),
    ...(source === null ? [] : [toBody('identifying', source.name)]),
    toBody('assessing', claim.confidence),
    ...(note === '' ? [] : [toBody('commenting', note)]),
    toBody('moderating', claim.state, approval),
    ...(reason === null ? [] : [toBody('replying', reason.text, reason)]),
    toBody('tagging', `C${claim.number}`),
  ];
}

/** Section 3.3.1: who made this body and when is said where that is not who made the annotation. */
function toBody(purpose: Body['purpose'], value: string, made: Authorship | null = null): Body {
  const creator = made === null ? undefined : toPerson(made.by);
  return { type: 'TextualBody', purpose, format: 'text/plain', value, creator, created: made?.at.toISOString() };
}

type Authorship = { readonly by: PersonRef; readonly at: Date };

/** Section 4: the span of the revision, found again by its words and their surroundings or by its place. */
function toTarget({ quote, place }: ReportSpan, revision: string): object {
  const { start, end, prefix, suffix } = place;
  return {
    type: 'SpecificResource',
    source: revision,
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

function toPerson({ id, name }: PersonRef): Agent {
  return { id: toUrn(id), type: 'Person', name };
}

function toGenerator({ generator }: ReportModel): Agent {
  return { type: 'Software', name: `${generator.name} ${generator.version}` };
}
