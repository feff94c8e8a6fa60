import { GRADE_FACTS, GRADES } from '@/lib/sources/grade';
import { currentGrade, type SourceRecord } from '@/lib/sources/source-record';
import { GradeDialog } from './grade-dialog';
import type { SourceHandle } from './source-handle';
import { longDay } from './words';

/** The scale, where the source stands on it, and every grade it was given, with the reason. */
export function GradePanel({ record, handle, mayGrade }: { record: SourceRecord; handle: SourceHandle; mayGrade: boolean }) {
  const current = currentGrade(record);
  return (
    <section aria-labelledby="reliability" className="block-section">
      <h2 id="reliability">
        Reliability <span>Admiralty scale</span>
        {mayGrade ? (
          <span className="more">
            <GradeDialog source={handle} />
          </span>
        ) : null}
      </h2>
      <ol className="grade-scale" aria-label={current === null ? 'The scale. Not graded.' : `The scale. Graded ${current}.`}>
        {GRADES.map((grade) => (
          <li key={grade} data-on={grade === current || undefined} data-grade={grade} title={GRADE_FACTS[grade].label}>
            {grade}
            <span className="sr-only">
              , {GRADE_FACTS[grade].label.toLowerCase()}
              {grade === current ? ', current' : ''}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-1.5 text-ink-3 text-small">F means cannot be judged. It is not the worst grade.</p>
      {record.grades.length === 0 ? (
        <p className="mt-2 text-ink-2">– Not graded: {mayGrade ? 'a grade needs its reason.' : 'editors grade sources.'}</p>
      ) : (
        <ol className="grade-history" aria-label="Grades, newest first">
          {record.grades.map(({ id, grade, reason, by, at, givenTo }) => (
            <li key={id}>
              <span className="grade-letter">{grade}</span>
              <p className="min-w-0 break-words">
                <span dir="auto">{reason}</span>{' '}
                <span className="text-ink-3 text-small">
                  {longDay(at)}, <bdi>{by.name}</bdi>
                  {givenTo === null ? null : (
                    <>
                      , as <bdi className="quoted">{givenTo}</bdi>
                    </>
                  )}
                </span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
