import { MEASURE_FACTS, type Measured, sentenceOf } from '@/lib/agreement/measure';
import type { Where } from '@/lib/agreement/where';
import type { Difference } from './address';
import { BehindLink } from './behind-link';
import { ClassName } from './by-field';
import type { ListedDifference } from './differences';
import { FiguresTable } from './figures-table';

/** Where each figure's claims are listed. */
const BEHIND: Readonly<Partial<Record<Measured['measure'], Difference>>> = {
  alpha_u: 'alone',
  overlap_f1: 'alone',
  boundary_similarity: 'spans',
  gamma: 'alone',
};

export function WhereFigures({
  where: { measures, byClass, samples, precision },
  differences,
}: {
  where: Where;
  differences: readonly ListedDifference[];
}) {
  const rows = measures.map((measured) => {
    const behind = BEHIND[measured.measure];
    return {
      key: measured.measure,
      name: MEASURE_FACTS[measured.measure].label,
      measured,
      chance: true,
      behind: behind === undefined ? null : <BehindLink difference={behind} differences={differences} />,
    };
  });
  return (
    <>
      <FiguresTable labelledBy="where-title" head="Measure" behindHead="Alone, or other edges" rows={rows} />
      {samples === 0 ? null : (
        <p className="note">
          What chance brings gamma is taken from {samples} random texts, always the same
          {precision === null ? '' : `, to within ${Math.ceil(precision * 100)} in 100`}.
        </p>
      )}
      <h3 id="where-class-title">By class</h3>
      <FiguresTable
        labelledBy="where-class-title"
        head="Class"
        rows={byClass.map(({ sourceClass, figure, n }) => ({
          key: sourceClass,
          name: <ClassName sourceClass={sourceClass} />,
          measured: {
            measure: 'alpha_u',
            figure,
            n,
            interval: { defined: false, reason: 'only taken of all classes together' },
            sentence: sentenceOf('alpha_u', figure),
          },
        }))}
      />
    </>
  );
}
