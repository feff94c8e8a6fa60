import { Button } from '@/components/ui/button';
import { type Cue, HEDGE_KINDS, HEDGE_LABELS, HEDGES_MAX, type Hedge, type Link } from '@/lib/attribution/link';
import { trimRange } from '@/lib/text/trim-range';
import { selectedRange } from '../session/session';
import { useSelected, useSession } from '../session/session-context';
import { tell } from '../session/write-acts';
import { toCue } from './change-link';

type WordsFieldsProps = { link: Link; withCue: boolean; onChange: (different: Pick<Link, 'cue'> | Pick<Link, 'hedges'>) => void };

/** The article's words that name a link, and those that weaken or strengthen what it says: taken from what is selected in the text. */
export function WordsFields({ link: { cue, hedges }, withCue, onChange }: WordsFieldsProps) {
  const session = useSession();
  useSelected();
  const { text } = session.data.revision;
  const range = trimRange(text, selectedRange(session));

  function withWords(use: (words: Cue) => void): void {
    if (range === null) {
      tell(session, 'Select the words in the text first.');
      session.surface()?.focus();
    } else use(toCue(text, range));
  }

  function addHedge(words: Cue): void {
    if (hedges.length >= HEDGES_MAX) tell(session, `A link has at most ${HEDGES_MAX} hedges.`);
    else if (hedges.some(({ start, end }) => start === words.start && end === words.end)) tell(session, 'These words are a hedge already.');
    else onChange({ hedges: [...hedges, { ...words, kind: 'weak_verb' }] });
  }

  return (
    <>
      {withCue ? (
        <div className="field-row">
          <span className="field-name">Words</span>
          <div className="words">
            {cue === null ? null : <q dir="auto">{cue.quote}</q>}
            <Button size="s" unavailable={range === null} onClick={() => withWords((words) => onChange({ cue: words }))}>
              Use the selected words
            </Button>
            {cue === null ? null : (
              <Button size="s" tone="quiet" onClick={() => onChange({ cue: null })}>
                Clear
              </Button>
            )}
          </div>
        </div>
      ) : null}
      <div className="field-row">
        <span className="field-name">Hedges</span>
        <div className="words">
          {hedges.map((hedge, at) => (
            <HedgeLine
              key={`${hedge.start} ${hedge.end}`}
              hedge={hedge}
              onChange={(next) => onChange({ hedges: next === null ? hedges.toSpliced(at, 1) : hedges.with(at, next) })}
            />
          ))}
          <Button size="s" unavailable={range === null} onClick={() => withWords(addHedge)}>
            Add the selected words
          </Button>
        </div>
      </div>
    </>
  );
}

function HedgeLine({ hedge, onChange }: { hedge: Hedge; onChange: (hedge: Hedge | null) => void }) {
  return (
    <div className="hedge">
      <q dir="auto">{hedge.quote}</q>
      <select
        className="input mini"
        aria-label={`What “${hedge.quote}” is`}
        value={hedge.kind}
        onChange={(event) => onChange({ ...hedge, kind: HEDGE_KINDS.find((kind) => kind === event.target.value) ?? hedge.kind })}
      >
        {HEDGE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {HEDGE_LABELS[kind]}
          </option>
        ))}
      </select>
      <button type="button" className="chain-remove" aria-label={`Remove “${hedge.quote}”`} onClick={() => onChange(null)}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
