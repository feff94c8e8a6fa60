import { MEASURE_FACTS, type Measured, toMeasured } from '@/lib/agreement/measure';
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

/** Each class alone has few stretches: the interval of all of them together says more. */
const OF_ALL = { defined: false, reason: 'only taken of all classes together' } as const;

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
      <p className="fig-note">
        {samples === 0 ? null : (
          <>
            What chance brings gamma is taken from {samples} random texts, always the same
            {precision === null ? '' : `, to within ${Math.ceil(precision * 100)} in 100`}.{' '}
          </>
        )}
        Each interval is what comes of drawing again and again, for alpha and boundaries, {MEASURE_FACTS.alpha_u.resampled}; for overlap,{' '}
        {MEASURE_FACTS.overlap_f1.resampled}; for gamma, {MEASURE_FACTS.gamma.resampled}.
      </p>
      <h3 id="where-class-title">By class</h3>
      <FiguresTable
        labelledBy="where-class-title"
        head="Class"
        rows={byClass.map(({ sourceClass, figure, n }) => ({
          key: sourceClass,
          name: <ClassName sourceClass={sourceClass} />,
          measured: toMeasured('alpha_u', figure, OF_ALL, n),
        }))}
      />
    </>
  );
}
