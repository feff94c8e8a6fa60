import { Kbd } from '@/components/ui/kbd';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { TagDraft } from '@/lib/claims/check-tag';
import { ElsewhereNote } from '../cards/held-note';
import { SpanParts } from '../cards/span-parts';
import { unmarkedPlaces } from '../find/unmarked-places';
import type { ShownClaim } from '../outbox/overlay';
import { startClaim } from '../session/form-acts';
import { openClaim } from '../session/open-acts';
import { selectedRange } from '../session/session';
import { useSelected, useSession, useView } from '../session/session-context';
import { addWords } from '../session/span-acts';
import type { Form } from '../session/view';
import { claimWords, claimWordsFirst, shownNumber } from '../shown-claim';
import { useKeys } from '../use-keys';

/** What the form is about: the badge as it will be, and the words. */
export function FormHead({ form, draft, error }: { form: Form; draft: TagDraft; error: string | undefined }) {
  const session = useSession();
  const { anchor, head } = useSelected();
  const { claims } = useView();
  const addKey = useKeys().print('addWords');
  const { text } = session.data.revision;
  const type = draft.sourceType;
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
        <h2 className="card-title">{form.base === null ? newWords(form) : `Edit ${claimWords(form.base)}`}</h2>
        {elsewhere && form.each === undefined ? (
          <span className="sp">
            <button type="button" className="btn s quiet" onClick={() => startClaim(session)}>
              Use the selection
            </button>
            <button type="button" className="btn s quiet" onClick={() => addWords(session, [selectedRange(session)])}>
              Add it {addKey === undefined ? null : <Kbd silent>{addKey}</Kbd>}
            </button>
          </span>
        ) : form.each !== undefined ? null : (
          <span className="card-aside">{words.length.toLocaleString('en')} characters</span>
        )}
      </div>
      <p className="card-quote clamp" dir="auto">
        {words}
      </p>
      {form.each === undefined ? <SpanParts spans={form.spans} /> : null}
      <Already form={form} draft={draft} claims={claims} />
      <ElsewhereNote claimId={form.claimId} />
      {error === undefined ? null : <p className="form-error px-3.5">{error}</p>}
    </div>
  );
}

function newWords({ each }: Form): string {
  return each === undefined ? 'New claim' : `${each.length} new claims`;
}

type AlreadyProps = { form: Form; draft: TagDraft; claims: readonly ShownClaim[] };

/** What is there already: a claim of the very same words, or of some of the places that are to be marked. */
function Already({ form, draft, claims }: AlreadyProps) {
  const session = useSession();
  if (form.each !== undefined) {
    const left = form.each.length - unmarkedPlaces(form.each, claims, draft).length;
    return (
      <p className="form-already" role="status">
        One claim at each place, taken back by one undo.
        {left === 0 ? '' : ` ${left} ${left === 1 ? 'is' : 'are'} left out: a claim with this type and source is there.`}
      </p>
    );
  }
  const same = form.base === null ? claims.find(({ spans }) => isSameWords(spans, form.spans)) : undefined;
  if (same === undefined) return null;
  return (
    <p className="form-already" role="status">
      {claimWordsFirst(same)} is of these very words.{' '}
      <button type="button" className="btn s quiet" onClick={() => openClaim(session, same.id)}>
        Open it
      </button>
    </p>
  );
}

function isSameWords(a: Form['spans'], b: Form['spans']): boolean {
  return a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);
}
