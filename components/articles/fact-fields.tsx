import type { RefObject } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { ArticleFacts } from '@/lib/articles/facts';
import { TOPIC_MAX } from '@/lib/articles/topic';
import { TOPIC_SUGGESTIONS } from './topic-suggestions';

type FactFieldsProps = {
  fields: { readonly [Fact in keyof ArticleFacts]: RefObject<HTMLInputElement | null> };
  busy: boolean;
  onChange: () => void;
};

const OPTIONAL = <span className="text-small text-ink-3">optional</span>;

/** What may be said of an article when it comes in; its page asks for it again. */
export function FactFields({ fields, busy, onChange }: FactFieldsProps) {
  const common = { aside: OPTIONAL, autoComplete: 'off', readOnly: busy, onChange } as const;
  return (
    <div className="grid gap-5 sm:grid-cols-[minmax(0,24rem)_minmax(0,16rem)_10rem]">
      <TextField
        ref={fields.topic}
        label="Topic"
        hint={`What it is about, such as “Local elections”. At most ${TOPIC_MAX} characters.`}
        list={TOPIC_SUGGESTIONS}
        {...common}
      />
      <TextField ref={fields.outlet} label="Outlet" hint="Who published it." {...common} />
      <TextField ref={fields.publishedOn} label="Published" type="date" hint="The day." {...common} />
    </div>
  );
}
