import { Button } from '@/components/ui/button';
import { isAnonymous, type Link, READING_LABELS, READINGS, STATED, STATED_LABELS } from '@/lib/attribution/link';
import { LINK_RELATION_FACTS, LINK_RELATIONS } from '@/lib/attribution/link-relation';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import { toChosenSource, toShownSource } from '@/lib/claims/tag-values';
import { toPressed } from '@/lib/keys/press';
import { ChoiceField, optionsOf } from '../fields';
import { SourceField } from '../form/source-field';
import { useKnownSources } from '../form/use-known-sources';
import { findChoice } from '../keymap';
import { useSession } from '../session/session-context';
import { AnonymityFields } from './anonymity-fields';
import { retype } from './change-link';
import type { ChainActs } from './use-chain-editor';
import { WordsFields } from './words-fields';

const TYPES = optionsOf(
  SOURCE_TYPES.filter((type) => type !== 'author'),
  (type) => SOURCE_TYPE_FACTS[type].label,
);
const RELATIONS = optionsOf(LINK_RELATIONS, (relation) => LINK_RELATION_FACTS[relation].label);
const STATED_OPTIONS = optionsOf(STATED, (stated) => STATED_LABELS[stated]);
const READING_OPTIONS = optionsOf(READINGS, (reading) => READING_LABELS[reading]);

type LinkFieldsProps = { link: Link; at: number; acts: ChainActs; sentence: string; tagHint: string };

/** Everything about one link. The article's voice has only its words; the tagged link has the tag's type and source. */
export function LinkFields({ link, at, acts, sentence, tagHint }: LinkFieldsProps) {
  const change = (different: Partial<Link>) => acts.change(at, { ...link, ...different });
  const voice = at === 0;
  return (
    <div className="link-fields">
      {link.tagged ? (
        <p className="link-tag">
          {SOURCE_TYPE_FACTS[link.sourceType].label}. {tagHint}
        </p>
      ) : null}
      {voice || link.tagged ? null : <WhoFields link={link} sentence={sentence} onChange={(next) => acts.change(at, next)} />}
      {voice ? null : (
        <>
          <ChoiceField label="What it does" value={link.relation} options={RELATIONS} onChange={(relation) => change({ relation })} />
          <ChoiceField label="Stated" value={link.stated} options={STATED_OPTIONS} onChange={(stated) => change({ stated })} />
          <ChoiceField label="Read" value={link.reading} options={READING_OPTIONS} onChange={(reading) => change({ reading })} />
        </>
      )}
      <WordsFields link={link} withCue={!voice} onChange={change} />
      {isAnonymous(link.sourceType) ? <AnonymityFields link={link} onChange={(anonymity) => change({ anonymity })} /> : null}
      <div className="link-acts">
        {voice ? null : (
          <Button size="s" onClick={() => acts.add(at)}>
            Add before
          </Button>
        )}
        <Button size="s" onClick={() => acts.add(at + 1)}>
          Add behind
        </Button>
        {voice ? null : (
          <>
            <Button size="s" tone="quiet" aria-label="Move outwards" onClick={() => acts.move(at, at - 1)}>
              ↑ Out
            </Button>
            <Button size="s" tone="quiet" aria-label="Move inwards" onClick={() => acts.move(at, at + 1)}>
              ↓ In
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** The keys that pick a type in the form pick it here too; the article's own voice is the first link and no other. */
function typeOfKey(event: KeyboardEvent): SourceType | null {
  const choice = findChoice(toPressed(event));
  return choice !== null && 'type' in choice && choice.type !== 'author' ? choice.type : null;
}

function WhoFields({ link, sentence, onChange }: { link: Link; sentence: string; onChange: (link: Link) => void }) {
  const session = useSession();
  const known = useKnownSources();
  return (
    <>
      <ChoiceField
        label="Type"
        value={link.sourceType}
        options={TYPES}
        valueOfKey={typeOfKey}
        onChange={(sourceType) => onChange(retype(link, sourceType))}
      />
      {SOURCE_TYPE_FACTS[link.sourceType].source === 'none' ? null : (
        <SourceField
          label="Who"
          field="link-source"
          compact
          type={link.sourceType}
          value={toChosenSource(link.source)}
          error={undefined}
          articleId={session.data.article.id}
          known={known}
          sentence={sentence}
          onPick={(source) => onChange({ ...link, source: toShownSource(source, link.sourceType) })}
        />
      )}
    </>
  );
}
