import { SOURCE_KIND_LABELS, type SourceKind } from '@/lib/sources/source';
import type { SourceRecord } from '@/lib/sources/source-record';

/** The form of a source as it is typed: every field a text, but for its kind and what it is part of. */
export type FormValues = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly affiliation: string;
  readonly role: string;
  readonly language: string;
  readonly homepage: string;
  readonly wikidata: string;
  readonly parent: { readonly id: string; readonly name: string } | null;
};

export const FIELD_LABELS: Readonly<Record<keyof FormValues, string>> = {
  name: 'Name',
  kind: 'Kind',
  affiliation: 'Affiliation',
  role: 'Role',
  language: 'Language',
  homepage: 'Homepage',
  wikidata: 'Wikidata',
  parent: 'Part of',
};

export function toFormValues({ name, kind, affiliation, role, language, homepage, wikidata, parent }: SourceRecord): FormValues {
  return { name, kind, affiliation, role, language, homepage: homepage ?? '', wikidata: wikidata ?? '', parent };
}

/** A field that somebody else changed meanwhile: what it says now, and whether the person had changed it too. */
export type TheirChange = { readonly label: string; readonly now: string; readonly alsoMine: boolean };

/**
 * A form that was begun with `base`, brought onto `newest`: what the person had not touched takes the newer value, what
 * they had typed stays. `theirs` names every field that somebody else changed, so that nothing is overwritten unseen.
 */
export function rebaseValues(
  values: FormValues,
  base: SourceRecord,
  newest: SourceRecord,
): { readonly values: FormValues; readonly theirs: readonly TheirChange[] } {
  const [before, mine, now] = [toWords(toFormValues(base)), toWords(values), toWords(toFormValues(newest))];
  const names = Object.keys(FIELD_LABELS) as (keyof FormValues)[];
  const untouched = names.filter((name) => mine[name] === before[name]);
  const taken = Object.fromEntries(untouched.map((name) => [name, toFormValues(newest)[name]]));
  const theirs = names
    .filter((name) => now[name] !== before[name])
    .map((name) => ({ label: FIELD_LABELS[name], now: now[name], alsoMine: !untouched.includes(name) && mine[name] !== now[name] }));
  return { values: { ...values, ...taken }, theirs };
}

function toWords({ kind, parent, ...texts }: FormValues): Readonly<Record<keyof FormValues, string>> {
  return { ...texts, kind: SOURCE_KIND_LABELS[kind], parent: parent?.name ?? '' };
}
