import { WAIT_EDGES } from '@/lib/claims/tally/tally';
import { DAY, HOUR, MINUTE } from '@/lib/kernel/clock';

/** How long a claim waited, in the bands that are drawn. The ends are among WAIT_EDGES, so that each place of a wait lies in one band. */
export const WAIT_BANDS = ['hour', 'hours', 'day', 'days', 'week', 'longer'] as const;
export type WaitBand = (typeof WAIT_BANDS)[number];

export const WAIT_BAND_FACTS: Readonly<Record<WaitBand, { readonly label: string; readonly from: number; readonly to: number }>> = {
  hour: { label: 'Under an hour', from: 0, to: HOUR },
  hours: { label: '1 to 4 hours', from: HOUR, to: 4 * HOUR },
  day: { label: '4 hours to a day', from: 4 * HOUR, to: DAY },
  days: { label: '1 to 3 days', from: DAY, to: 3 * DAY },
  week: { label: '3 to 7 days', from: 3 * DAY, to: 7 * DAY },
  longer: { label: '7 days or more', from: 7 * DAY, to: Number.POSITIVE_INFINITY },
};

/** The places of waits (lib/claims/tally/) that lie in a band, as the tally's lists name them. */
export function placesOf(band: WaitBand): readonly string[] {
  const { from, to } = WAIT_BAND_FACTS[band];
  return WAIT_EDGES.flatMap((edge, place) => (edge >= from && edge < to ? String(place) : []));
}

/** A length of time in words, rounded down to what one would say: “4 min”, “3 h”, “2 d 5 h”, “12 d”. */
export function lengthWords(length: number): string {
  if (length < MINUTE) return 'less than a minute';
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < 10 * HOUR) return joined(length, HOUR, 'h', MINUTE, 'min');
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  return length < 7 * DAY ? joined(length, DAY, 'd', HOUR, 'h') : `${Math.floor(length / DAY).toLocaleString('en')} d`;
}

function joined(length: number, one: number, oneWord: string, other: number, otherWord: string): string {
  const [whole, rest] = [Math.floor(length / one), Math.floor((length % one) / other)];
  return rest === 0 ? `${whole} ${oneWord}` : `${whole} ${oneWord} ${rest} ${otherWord}`;
}
