import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import type { LeaningCounts } from '@/lib/reliability/source-claims';
import { GRADE_FACTS } from '@/lib/sources/grade';
import { SOURCE_KIND_LABELS } from '@/lib/sources/source';
import type { SourceRecord } from '@/lib/sources/source-record';
import { counted } from '@/lib/text/counted';
import { AddAlias } from './add-alias';
import { RemoveAlias } from './remove-alias';
import type { SourceHandle } from './source-handle';
import { longDay } from './words';

type SourceHeadProps = {
  record: SourceRecord;
  handle: SourceHandle;
  sourceClass: SourceClass;
  counts: LeaningCounts;
  may: { readonly edit: boolean; readonly merge: boolean };
};

/** From this many characters on, a name is set as text. */
const LONG_NAME = 80;

export function SourceHead({ record, handle, sourceClass, counts, may }: SourceHeadProps) {
  return (
    <header className="source-head">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
          <ClassBadge c={sourceClass} {...SOURCE_CLASS_FACTS[sourceClass]} />
          {SOURCE_KIND_LABELS[record.kind]}
          <span className="text-ink-3">
            {counts.claims === 0 ? 'no claim leans on it' : `${counted(counts.claims, 'claim')} in ${counted(counts.articles, 'article')}`}
          </span>
        </p>
        <h1 dir="auto" className="source-name" data-long={record.name.length > LONG_NAME || undefined}>
          {record.name}
        </h1>
        <OtherNames record={record} handle={handle} may={may} />
      </div>
      <BigGrade record={record} />
    </header>
  );
}

/** Aliases, and the names of what was merged into it; those are taken away by splitting. */
function OtherNames({ record, handle, may }: Pick<SourceHeadProps, 'record' | 'handle' | 'may'>) {
  const { aliases, merged } = record;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5 text-ink-2">
      {aliases.length + merged.length === 0 ? null : <span className="text-ink-3">Also written</span>}
      {merged.map(({ id, name }) => (
        <bdi key={id} className="flag other-name" title="Merged into this source">
          {name}
        </bdi>
      ))}
      {aliases.map((alias) => (
        <span key={alias.id} className="flag other-name">
          <bdi>{alias.name}</bdi>
          {may.edit ? <RemoveAlias source={handle} alias={alias} /> : null}
        </span>
      ))}
      {may.edit ? <AddAlias source={handle} mayMerge={may.merge} /> : null}
    </div>
  );
}

function BigGrade({ record: { grades } }: { record: SourceRecord }) {
  const [current] = grades;
  if (current === undefined) {
    return (
      <p className="big-grade text-ink-2">
        <span aria-hidden="true" className="letter text-ink-3">
          –
        </span>
        <span>
          <b className="text-ink">Not graded</b>
          <br />
          Nobody on this desk has judged it yet.
        </span>
      </p>
    );
  }
  return (
    <p className="big-grade text-ink-2">
      <span className="letter">
        <span className="sr-only">Grade </span>
        {current.grade}
      </span>
      <span>
        <b className="text-ink">{GRADE_FACTS[current.grade].label}</b>
        <br />
        This desk, since {longDay(current.at)}.
        <br />
        Set by <bdi>{current.by.name}</bdi>.
      </span>
    </p>
  );
}
