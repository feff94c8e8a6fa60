import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Claim } from '@/lib/claims/claim';
import { exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { parseArticleJson } from '@/lib/export/json';
import { required } from '@/lib/kernel/assert';
import type { PersonRef } from '@/lib/kernel/person';
import { buildReport, type ReportInput } from '@/lib/report/model';
import { redact } from '@/lib/report/redact';
import { WITHHELD, type Withheld } from '@/lib/report/withheld';
import type { Source } from '@/lib/sources/source';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { harbour, idOf } from '@/tests/factories/report';
import { exportedFile, toArticleJson } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';

/** Words that no other text holds. Of letters that every font of a PDF has and nothing joins. */
const WORDS = {
  people: 'Qzxpeople Vkjperson',
  /** Of somebody who returned a claim, which a published report does not tell. */
  returned: 'Qzxreturner Vkjreturned',
  sources: 'Qzxsource Wvkspeaker',
  notes: 'qzxwnote',
  evidence: 'qzxwplace',
  questions: 'qzxwquestion',
} as const;

/** What may not stand in a file: of a name also its last word alone. */
const FORBIDDEN: Readonly<Record<Withheld, readonly string[]>> = {
  people: ['Qzxpeople', 'Vkjperson', 'Qzxreturner', 'Vkjreturned', 'Tvkcolleague'],
  sources: ['Qzxsource', 'Wvkspeaker'],
  notes: ['qzxwnote'],
  evidence: ['qzxwplace'],
  questions: ['qzxwquestion'],
};

/** Notes name people who are sources of nothing that the file holds, and colleagues who made nothing of it. */
const KNOWN = [
  { id: idOf('source', 99), name: WORDS.sources, alias: 0 },
  { id: idOf('person', 99), name: WORDS.returned, alias: 0, of: 'desk' },
  { id: idOf('person', 98), name: 'Qzxother Tvkcolleague', alias: 0, of: 'desk' },
] as const;

const SAID = `${WORDS.notes}: asked Vkjperson, Tvkcolleague and Wvkspeaker (https://example.org/${WORDS.evidence})`;

const named = ({ id, name }: PersonRef) => ({ id, name: `${name} ${WORDS.people}` });
const asPerson = (source: Source): Source => ({ ...source, kind: 'person', name: `${source.id.at(-1)} ${WORDS.sources}` });

/** Every name, note and place a claim can hold, with our words in it; notes name both people and sources by their last names. */
function marked(claim: Claim): Claim {
  return {
    ...claim,
    source: claim.source && asPerson(claim.source),
    chain: claim.chain.map((link) => ({ ...link, source: link.source && asPerson(link.source) })),
    note: SAID,
    finding: {
      ...claim.finding,
      rationale: SAID,
      question: `${WORDS.questions}: ask Vkjperson and Wvkspeaker, or Vkjreturned: ${WORDS.returned}`,
    },
    flags: claim.flags.map((flag) => ({ ...flag, note: SAID })),
    relations: claim.relations.map((relation) => ({ ...relation, note: SAID })),
    evidence: claim.evidence.map((piece) => ({
      ...piece,
      title: piece.kind === 'person' ? WORDS.sources : `Minutes https://example.org/${WORDS.evidence}`,
      url: `https://example.org/${WORDS.evidence}`,
      archivedUrl: `https://archive.example/${WORDS.evidence}`,
      locator: `p. 3 ${WORDS.evidence}`,
    })),
    createdBy: named(claim.createdBy),
    lastEditedBy: named(claim.lastEditedBy),
    reason: claim.reason && { ...claim.reason, text: SAID, by: named(claim.reason.by) },
  };
}

function markedInput(input: ReportInput): ReportInput {
  return {
    ...input,
    article: {
      ...input.article,
      topic: 'Vkjperson and Wvkspeaker',
      outlet: `Notebook of ${WORDS.sources}`,
      createdBy: named(input.article.createdBy),
    },
    revision: { ...input.revision, importedBy: named(input.revision.importedBy), fileName: `${WORDS.people} ${WORDS.sources}.txt` },
    claims: input.claims.map(marked),
    transitions: input.transitions.map((step) => ({ ...step, actor: named(step.actor), reason: SAID })),
    groups: input.groups.map((group) => ({ ...group, reason: SAID, attested: group.attested === null ? null : SAID })),
  };
}

/** Ids of whoever is withheld: they would join one export to another. */
function idsOf({ claims, transitions }: ReportInput): Readonly<Record<'people' | 'sources', readonly string[]>> {
  const people = claims.flatMap(({ createdBy, lastEditedBy, reason }) => [
    createdBy,
    lastEditedBy,
    ...(reason === null ? [] : [reason.by]),
  ]);
  const sources = claims.flatMap(({ chain }) => chain.flatMap(({ source }) => (source === null ? [] : [source.id])));
  return { people: [...people, ...transitions.map(({ actor }) => actor)].map(({ id }) => id), sources };
}

describe('what is withheld', () => {
  it.each(WITHHELD)('stands in no file of any format: %s', { timeout: 120_000 }, async (one) => {
    await fc.assert(
      fc.asyncProperty(reportInput({ claims: 4 }).map(markedInput), async (input) => {
        const model = redact(buildReport(input), [one], KNOWN);
        const ids = one === 'people' || one === 'sources' ? idsOf(input)[one] : [];
        // The archive holds a file of every other format (the next test says so).
        const text = unpackedText(await exportedFile('zip', model));
        expect([...FORBIDDEN[one], ...ids].filter((word) => text.includes(word))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('would be found there if it were not withheld', async () => {
    const model = buildReport(markedInput(harbour({ kind: 'working_copy' })));
    const archive = await exportedFile('zip', model);
    const names = Object.keys(unzipSync(archive));
    for (const format of EXPORT_FORMATS) if (format !== 'zip') expect(names).toContain(exportFileName(format, model));
    const text = unpackedText(archive);
    expect(
      Object.values(FORBIDDEN)
        .flat()
        .filter((word) => !text.includes(word)),
    ).toEqual([]);
  });

  it('takes an address out of a note, and none out of words proposed for the article', () => {
    const input = harbour({ kind: 'working_copy' });
    const said = 'See https://example.org/a?b=c, or (www.example.org/c).';
    const claims = input.claims.map((claim) => ({ ...claim, note: said, finding: { ...claim.finding, correction: said, question: said } }));
    const [claim] = redact(buildReport({ ...input, claims }), ['evidence']).claims;
    expect(claim).toMatchObject({ note: 'See [address withheld], or ([address withheld]).', finding: { correction: said } });
    expect(claim?.finding.question).toBe(claim?.note);
  });

  it('leaves a model that can be read back, and that says what it is without', () => {
    fc.assert(
      fc.property(reportInput({ claims: 4 }), fc.subarray([...WITHHELD]), (input, withheld) => {
        const model = redact(buildReport(input), withheld);
        expect(model.choices.withheld).toEqual(withheld);
        expect(parseArticleJson(toArticleJson(model))).toMatchObject({ ok: true, value: { choices: { withheld } } });
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing from the counts: claims, classes, strengths, origins and contradictions stay', () => {
    fc.assert(
      fc.property(reportInput({ claims: 5 }), fc.subarray([...WITHHELD]), (input, withheld) => {
        const whole = buildReport(input);
        const model = redact(whole, withheld);
        const facts = ({ counts, sourcing: { label }, claims }: typeof whole) => ({
          counts,
          origins: [label.origins.atMost, label.origins.attested],
          contradictions: label.contradictions,
          strengths: claims.map(({ sourcing }) => sourcing.strength.value),
          quotes: claims.map(({ spans }) => spans),
        });
        expect(facts(model)).toEqual(facts(whole));
      }),
      { numRuns: 60 },
    );
  });
});

it('is also the name of a person that an outlet goes by', () => {
  const input = harbour({ kind: 'report' });
  const known = [{ id: idOf('source', 99), name: 'Mira Marlow', alias: 0 }] as const;
  const model = redact(buildReport({ ...input, article: { ...input.article, outlet: 'The letters of Mira Marlow' } }), ['sources'], known);
  expect(model.article.outlet).toBe('The letters of somebody withheld');
});

describe('pseudonyms', () => {
  const whole = () => buildReport(harbour({ kind: 'report' }));

  it('are one for each person, wherever they stand', () => {
    const { people, claims } = redact(whole(), ['people']);
    expect(people.checkers.map(({ name }) => name)).toEqual(['Checker 1', 'Checker 2'].slice(0, people.checkers.length));
    expect(people.approvers.every(({ name }) => /^Reviewer \d$/u.test(name))).toBe(true);
    for (const { createdBy } of claims) expect(people.checkers).toContainEqual(createdBy);
  });

  it('are the same when an article is exported again, and other ones for another revision', () => {
    const again = (revisionId: string) => {
      const input = harbour({ kind: 'report' });
      const claims = input.claims.map((claim) => ({ ...claim, revisionId }));
      return required(
        redact(buildReport({ ...input, revision: { ...input.revision, id: revisionId }, claims }), ['people']).people.checkers[0] ?? null,
        'somebody checked',
      ).id;
    };
    const { id } = harbour({ kind: 'report' }).revision;
    expect(again(id)).toBe(again(id));
    expect(again(id)).not.toBe(again('01990000-0000-7000-8003-00000000ffff'));
  });
});
