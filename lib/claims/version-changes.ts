import { isPlain } from '@/lib/attribution/chain';
import { chainsApart } from '@/lib/attribution/link-facts';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import type { Claim } from './claim';
import { CLAIM_STATE_LABELS } from './claim-state';
import { wholeQuote, whoSays } from './claim-words';
import { CONFIDENCE_FACTS } from './confidence';
import { evidenceLine } from './evidence-words';
import { FIELD_NAMES } from './field-names';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS, LIKELIHOOD_FACTS } from './finding';
import { FLAG_LABELS, type FlagMark } from './flag';
import { RELATION_FACTS, RELATIONS, type Relation } from './relation';

export type VersionChange = { readonly field: string; readonly was: string; readonly is: string; readonly quoted: boolean };

/** In what two versions of one claim differ, in the order of the form; where it stands and who edited it come last. */
export function versionChanges(was: Claim, is: Claim): readonly VersionChange[] {
  const [chainWas, chainIs] = chainsApart(was.chain, is.chain);
  const groupName = groupNames(was, is);
  const pairs: readonly (readonly [field: string, read: (claim: Claim) => string, quoted: boolean])[] = [
    [FIELD_NAMES.spans, ({ spans }) => wholeQuote(spans), true],
    [FIELD_NAMES.sourceType, ({ sourceType }) => SOURCE_TYPE_FACTS[sourceType].label, false],
    [FIELD_NAMES.source, whoSays, true],
    [FIELD_NAMES.chain, ({ chain }) => (isPlain(chain) ? '' : (chain === was.chain ? chainWas : chainIs).join('; ')), false],
    [FIELD_NAMES.confidence, ({ confidence }) => CONFIDENCE_FACTS[confidence].label, false],
    [FIELD_NAMES.note, ({ note }) => note, true],
    [FIELD_NAMES.attributionCheck, ({ finding }) => ATTRIBUTION_CHECK_LABELS[finding.attributionCheck], false],
    [FIELD_NAMES.contentCheck, ({ finding }) => CONTENT_CHECK_LABELS[finding.contentCheck], false],
    [FIELD_NAMES.credibility, ({ finding }) => finding.credibility?.toString() ?? '', false],
    [FIELD_NAMES.likelihood, ({ finding }) => (finding.likelihood === null ? '' : LIKELIHOOD_FACTS[finding.likelihood].label), false],
    [FIELD_NAMES.rationale, ({ finding }) => finding.rationale, true],
    [FIELD_NAMES.correction, ({ finding }) => finding.correction, true],
    [FIELD_NAMES.question, ({ finding }) => finding.question, true],
    [FIELD_NAMES.evidence, ({ evidence }) => evidence.map((piece) => evidenceLine(piece, groupName)).join('; '), false],
    [FIELD_NAMES.flags, ({ flags }) => flags.map(flagWords).join(', '), false],
    [FIELD_NAMES.relations, ({ relations }) => relationsWords(relations), false],
    ['State', ({ state }) => CLAIM_STATE_LABELS[state], false],
    ['Last edited by', ({ lastEditedBy }) => lastEditedBy.name, false],
  ];
  return pairs
    .map(([field, read, quoted]) => ({ field, was: read(was), is: read(is), quoted }))
    .filter((change) => change.was !== change.is);
}

/** The queue does not know the article's groups by name: here, that it is another one. */
function groupNames(...versions: readonly Claim[]): (groupId: string) => string {
  const ids = [...new Set(versions.flatMap(({ evidence }) => evidence.flatMap(({ originGroupId }) => originGroupId ?? [])))];
  return (groupId) => (ids.length === 1 ? 'a group' : `group ${ids.indexOf(groupId) + 1} of ${ids.length}`);
}

function flagWords({ flag, verdict, note }: FlagMark): string {
  const words = verdict === 'added' ? FLAG_LABELS[flag] : `not ${FLAG_LABELS[flag]}`;
  return note === '' ? words : `${words}: ${note}`;
}

/** Which claims they are stands in the details: here, that they are others, or more. */
function relationsWords(relations: readonly Relation[]): string {
  return RELATIONS.flatMap((kind) => {
    const count = relations.filter((relation) => relation.kind === kind).length;
    return count === 0 ? [] : `${RELATION_FACTS[kind].label.toLowerCase()} ${count === 1 ? '1 claim' : `${count} claims`}`;
  }).join(', ');
}
