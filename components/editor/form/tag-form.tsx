import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { NOTE_MAX } from '@/lib/claims/claim';
import { toTextRange } from '@/lib/text/offset';
import { ChainEditor } from '../chain/chain-editor';
import { useSession } from '../session/session-context';
import type { Form } from '../session/view';
import { claimWords } from '../shown-claim';
import { useKeys } from '../use-keys';
import { ConfidenceField } from './confidence-field';
import { FormHead } from './form-head';
import { SourceField } from './source-field';
import { TypeField } from './type-field';
import { useKnownSources } from './use-known-sources';
import { useTagForm } from './use-tag-form';

/** Type, source, confidence; note and chain one disclosure away. The keyboard belongs to one field at a time. */
export function TagForm({ form }: { form: Form }) {
  const session = useSession();
  const keys = useKeys();
  const known = useKnownSources();
  const { root, draft, errors, change, typed, takeType, focusField, save, drop, onKeyDown, more } = useTagForm(form);
  const needsSource = draft.sourceType === null || SOURCE_TYPE_FACTS[draft.sourceType].source !== 'none';
  const title = form.base === null ? (form.each === undefined ? 'New claim' : 'New claims') : `Edit ${claimWords(form.base)}`;
  const { start } = form.spans[0] ?? toTextRange(0, 0);
  return (
    <form
      ref={root}
      id={`card-${form.claimId}`}
      className="card open-card form-card"
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="card-scroll">
        <FormHead form={form} draft={draft} error={errors.spans} />
        <TypeField value={draft.sourceType} error={errors.sourceType} onPick={takeType} />
        {needsSource ? (
          <SourceField
            type={draft.sourceType}
            value={draft.source}
            error={errors.source}
            articleId={session.data.article.id}
            known={known}
            sentence={session.sentenceAround(start)}
            {...typed}
            onPick={(source) => {
              change({ ...draft, source });
              focusField('confidence');
            }}
          />
        ) : null}
        <ConfidenceField value={draft.confidence} error={errors.confidence} onPick={(confidence) => change({ ...draft, confidence })} />
        {form.each !== undefined ? null : more.shown ? (
          <>
            <NoteField note={draft.note} error={errors.note} onChange={(note) => change({ ...draft, note })} />
            <div className="form-sect">
              <h3 className="label">Chain</h3>
              <ChainEditor
                chain={more.chain}
                onChange={more.changeChain}
                sentence={session.sentenceAround(start)}
                fault={more.fault}
                tagHint="This is the tag chosen above."
              />
            </div>
          </>
        ) : (
          <button type="button" className="form-more" aria-keyshortcuts={keys.aria('note')} onClick={more.open}>
            {keys.print('note') === undefined ? null : <Kbd silent>{keys.print('note')}</Kbd>} More: note, chain{' '}
            <span>not needed to save</span>
          </button>
        )}
      </div>
      <footer>
        {form.each === undefined ? <EdgeKeys /> : null}
        <Button size="s" tone="quiet" shortcut={keys.print('drop')} className="sp" onClick={drop}>
          {form.editing ? 'Leave it' : 'Drop'}
        </Button>
        <Button type="submit" size="s" tone="primary" shortcut={keys.print('save')}>
          {form.editing ? 'Save' : form.each === undefined ? 'Save claim' : 'Make the claims'}
        </Button>
      </footer>
    </form>
  );
}

function EdgeKeys() {
  const keys = useKeys();
  const [back, forward] = [keys.print('endBack'), keys.print('endForward')];
  if (back === undefined || forward === undefined) return null;
  return (
    <span className="keys" aria-hidden="true">
      <Kbd>{back}</Kbd>
      <Kbd>{forward}</Kbd> edge by a word
    </span>
  );
}

type NoteFieldProps = { note: string; error: string | undefined; onChange: (note: string) => void };

/** One disclosure away: an ordinary claim never sees it. */
function NoteField({ note, error, onChange }: NoteFieldProps) {
  return (
    <div className="form-sect" data-field="note">
      <label className="label" htmlFor="claim-note">
        Note
      </label>
      <textarea
        id="claim-note"
        className="input"
        rows={3}
        maxLength={NOTE_MAX}
        dir="auto"
        value={note}
        aria-describedby="claim-note-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="claim-note-hint" className="text-small text-ink-3">
        Printed in reports. Keep what is only for the desk in the desk note, on the claim’s card.
      </p>
      <p className="form-error" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
