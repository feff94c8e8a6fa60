import { Kbd } from '@/components/ui/kbd';
import { SOURCE_CLASS_FACTS, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { SpanParts } from '../cards/span-parts';
import { printKey } from '../keymap';
import { startClaim } from '../session/form-acts';
import { selectedRange } from '../session/session';
import { useSelected, useSession } from '../session/session-context';
import { addWords } from '../session/span-acts';
import type { Form } from '../session/view';
import { claimWords, shownNumber } from '../shown-claim';

/** What the form is about: the badge as it will be, and the words. */
export function FormHead({ form, type, error }: { form: Form; type: SourceType | null; error: string | undefined }) {
  const session = useSession();
  const { anchor, head } = useSelected();
  const { text } = session.data.revision;
  const sourceClass = type === null ? null : toSourceClass(type);
  // A new claim has no number before the server gave it one.
  const number = form.base === null ? '–' : shownNumber(form.base);
  const words = form.spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const elsewhere =
    anchor !== head && (Math.min(anchor, head) !== form.spans[0]?.start || Math.max(anchor, head) !== form.spans.at(-1)?.end);
  return (
    <div>
      <div className="card-head">
        {sourceClass === null ? (
          <span className="cls blank" aria-hidden="true">
            <b>?</b>
            <u>{number}</u>
          </span>
        ) : (
          <span className="cls" aria-hidden="true" data-c={sourceClass}>
            <b>{SOURCE_CLASS_FACTS[sourceClass].letter}</b>
            <u>{number}</u>
          </span>
        )}
        <h2 className="card-title">{form.base === null ? 'New claim' : `Edit ${claimWords(form.base)}`}</h2>
        {elsewhere ? (
          <span className="sp">
            <button type="button" className="btn s quiet" onClick={() => startClaim(session)}>
              Use the selection
            </button>
            <button type="button" className="btn s quiet" onClick={() => addWords(session, [selectedRange(session)])}>
              Add it <Kbd silent>{printKey('addWords')}</Kbd>
            </button>
          </span>
        ) : (
          <span className="card-aside">{words.length.toLocaleString('en')} characters</span>
        )}
      </div>
      <p className="card-quote clamp" dir="auto">
        {words}
      </p>
      <SpanParts spans={form.spans} />
      {error === undefined ? null : <p className="form-error px-3.5">{error}</p>}
    </div>
  );
}
