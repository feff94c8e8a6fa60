import { Button } from '@/components/ui/button';
import type { PersonRef } from '@/lib/kernel/person';
import { TRAIL_KIND_LABELS, TRAIL_KINDS } from '@/lib/trail/entry';
import type { TrailFilter } from '@/lib/trail/schema';

/** Narrows an article's trail. A form that asks for its page anew, so that it needs no script. */
export function TrailFilterForm({ filter, people }: { filter: TrailFilter; people: readonly PersonRef[] }) {
  return (
    <form className="flex flex-wrap items-end gap-3 pb-4">
      <label className="grid gap-1">
        <span className="text-ink-3 text-small">Person</span>
        <select name="person" defaultValue={filter.personId ?? ''} className="input">
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-ink-3 text-small">About</span>
        <select name="kind" defaultValue={filter.kind ?? ''} className="input">
          <option value="">Everything</option>
          {TRAIL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {TRAIL_KIND_LABELS[kind]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Show</Button>
    </form>
  );
}
