import Link from 'next/link';
import type { Calibration } from '@/lib/reliability/calibration/calibration';
import { scoreWords } from '@/lib/reliability/calibration/calibration-words';
import { counted } from '@/lib/text/counted';
import { calibrationHref } from './address';

type ScoreTableProps = { calibration: Extract<Calibration, { defined: true }>; personId: string | null };

/** The score and what it is made of, each with what it says. */
export function ScoreTable({ calibration, personId }: ScoreTableProps) {
  const { n, provisional, score, reliability, resolution, uncertainty, skill } = calibration;
  const rows = [
    {
      name: 'Brier score',
      sign: '',
      value: score,
      says: 'The mean squared distance between what was said and what was so. 0 is best, and 0.25 is what always saying 50 % gets.',
    },
    { name: 'Reliability', sign: '=', value: reliability, says: 'How far each term lies from how often it was so. 0: as said.' },
    {
      name: 'Resolution',
      sign: '−',
      value: resolution,
      says: 'How far the terms tell apart what was so from what was not. More is better.',
    },
    { name: 'Uncertainty', sign: '+', value: uncertainty, says: 'What the outcomes alone leave open.' },
  ];
  return (
    <>
      <p>
        Of <Link href={calibrationHref(personId, 'all')}>{counted(n, 'outcome')}</Link>
        {provisional ? ', provisional: fewer than ten say little.' : '.'}
      </p>
      <div className="fig-scroll">
        <table className="fig-table cal-table" aria-labelledby="cal-score">
          <tbody>
            {rows.map(({ name, sign, value, says }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="n">
                  {sign} {scoreWords(value)}
                </td>
                <td className="says">{says}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Skill</th>
              {skill === null ? (
                <td colSpan={2}>– all came out the same, so there was nothing to tell apart</td>
              ) : (
                <>
                  <td className="n">{scoreWords(skill)}</td>
                  <td className="says">
                    How much better than always saying how many held up in all. 1 is best; below 0 is worse than that.
                  </td>
                </>
              )}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="fig-note">Parts by Murphy (1973). They add up exactly, since each term counts as one probability.</p>
    </>
  );
}
