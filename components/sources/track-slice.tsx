import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { SliceChoice } from '@/lib/reliability/record-slice';

type TrackSliceProps = {
  slice: SliceChoice;
  sliced: boolean;
  /** The articles in which something of the source was checked. */
  articles: readonly { readonly id: string; readonly title: string }[];
  /** What they are about. */
  topics: readonly string[];
  whole: string;
  kept: Readonly<Record<string, string>>;
};

/** Cuts the record to a period, to topics and to articles, by the address alone. */
export function TrackSlice({ slice, sliced, articles, topics, whole, kept }: TrackSliceProps) {
  // A topic that an old link names is shown as long as the record is cut to it.
  const offered = [...topics, ...slice.topics.filter((topic) => !topics.includes(topic))];
  return (
    <details className="track-claims" open={sliced}>
      <summary>{sliced ? 'Cut to a selection' : 'Cut to a period, to topics or to articles'}</summary>
      <form method="get" className="mt-2 grid max-w-[560px] gap-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap gap-3">
          <DayField name="from" label="Claims marked from" value={slice.from} />
          <DayField name="to" label="to" value={slice.to} />
        </div>
        {offered.length === 0 ? null : (
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">Only on these topics</legend>
            {offered.map((topic) => (
              <label key={topic} className="flex min-w-0 items-center gap-2">
                <input type="checkbox" name="topic" value={topic} defaultChecked={slice.topics.includes(topic)} />
                <bdi className="truncate">{topic}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        {articles.length < 2 && slice.articles.length === 0 ? null : (
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">Only in these articles</legend>
            {articles.map(({ id, title }) => (
              <label key={id} className="flex min-w-0 items-center gap-2">
                <input type="checkbox" name="in" value={id} defaultChecked={slice.articles.includes(id)} />
                <bdi className="quoted truncate">{title}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        <p className="flex items-center gap-3">
          <Button type="submit" size="s">
            Show
          </Button>
          {sliced ? <Link href={whole}>The whole record</Link> : null}
        </p>
      </form>
    </details>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="grid gap-1">
      <span className="font-medium">{label}</span>
      <input type="date" name={name} defaultValue={value ?? ''} className="input" />
    </label>
  );
}
