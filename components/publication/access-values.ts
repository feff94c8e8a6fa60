import type { z } from 'zod';
import type { accessInput } from '@/lib/publication/schema';
import { LINK_PASSWORD_MIN } from '@/lib/publication/schema';

/** The fields of who may read, as they stand in a form. */
export type AccessValues = {
  readonly listed: boolean;
  /** As a field of dates has it; empty: for ever. */
  readonly until: string;
  readonly password: 'keep' | 'none' | 'set';
  readonly typed: string;
};

export const NO_ACCESS: AccessValues = { listed: false, until: '', password: 'none', typed: '' };

type Access = { readonly listed: boolean; readonly locked: boolean; readonly expiresAt: Date | null };

export function toAccessValues({ listed, locked, expiresAt }: Access): AccessValues {
  return { listed, until: expiresAt === null ? '' : toDay(expiresAt), password: locked ? 'keep' : 'none', typed: '' };
}

/** The day somebody's own clock shows, `2026-04-01`. */
function toDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

export type AccessFaults = { readonly until?: string; readonly typed?: string };

/** What is wrong with them, by field, before they are sent. */
export function faultsOf({ until, password, typed }: AccessValues, now: Date): AccessFaults {
  return {
    ...(until !== '' && endOf(until) <= now ? { until: 'This day is over. Choose a later one.' } : {}),
    ...(password === 'set' && typed.length < LINK_PASSWORD_MIN
      ? { typed: `A password has at least ${LINK_PASSWORD_MIN} characters.` }
      : {}),
  };
}

/** The link runs out with the end of the day, where the editor is. */
function endOf(day: string): Date {
  return new Date(`${day}T23:59:59`);
}

export function toAccess({ listed, until, password, typed }: AccessValues): z.input<typeof accessInput> {
  return { listed, expiresAt: until === '' ? null : endOf(until), password: password === 'set' ? { set: typed } : password };
}
