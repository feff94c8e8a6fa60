/** "14 min ago" in a sentence, "14 min" in a column that already says what it counts. */
export type TimeStyle = 'ago' | 'short';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Day and time in words, in `timeZone` (the reader's own when absent; UTC says so). */
export function absoluteTime(at: Date, timeZone?: 'UTC'): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
  return timeZone === undefined ? words : `${words} UTC`;
}

/** How long before `now` (milliseconds since 1970) the moment was; its date once a week has passed. A clock that is ahead counts as now. */
export function relativeTime(at: Date, now: number, style: TimeStyle): string {
  const passed = Math.max(0, now - at.getTime());
  const ago = style === 'ago' ? ' ago' : '';
  if (passed < MINUTE) return style === 'ago' ? 'just now' : 'now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min${ago}`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h${ago}`;
  if (passed < 7 * DAY) return `${Math.floor(passed / DAY)} d${ago}`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** How long from `now` until the moment: "4 min", "3 h", "2 d", and its date from a week on. Less than a minute, or past: "less than a minute". */
export function timeLeft(until: Date, now: number): string {
  const left = until.getTime() - now;
  if (left < MINUTE) return 'less than a minute';
  return lengthOf(left) ?? absoluteTime(until);
}

/** How long ago a moment was that has passed: "4 min", "3 h", "2 d", at any length. */
export function timePassed(since: Date, now: number): string {
  const passed = Math.max(MINUTE, now - since.getTime());
  return lengthOf(passed) ?? `${Math.floor(passed / DAY)} d`;
}

function lengthOf(length: number): string | null {
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  return length < 7 * DAY ? `${Math.floor(length / DAY)} d` : null;
}
