import type { AgreementReport } from '@/lib/agreement/agreement-report';
import { JUDGED_FIELD_FACTS } from '@/lib/agreement/judged-field';
import { MEASURE_FACTS } from '@/lib/agreement/measure';
import { FiguresTable } from './figures-table';

/** The figures of every two people: where, then each field. */
export function ByPair({ report: { people, whereByPair, what } }: { report: Extract<AgreementReport, { defined: true }> }) {
  return whereByPair.map(({ pair: [first, second], where }) => {
    const titleId = `pair-${first}-${second}`;
    const fields = what.flatMap(({ field, byPair }) => {
      const [measured] = byPair.find(({ pair }) => pair[0] === first && pair[1] === second)?.measures ?? [];
      return measured === undefined ? [] : [{ key: field, name: JUDGED_FIELD_FACTS[field].label, measured }];
    });
    return (
      <section key={titleId} aria-labelledby={titleId}>
        <h3 id={titleId}>
          <bdi>{people[first]?.name}</bdi> and <bdi>{people[second]?.name}</bdi>
        </h3>
        <FiguresTable
          labelledBy={titleId}
          head="Measure or field"
          rows={[
            ...where.measures.map((measured) => ({ key: measured.measure, name: MEASURE_FACTS[measured.measure].label, measured })),
            ...fields,
          ]}
        />
      </section>
    );
  });
}
