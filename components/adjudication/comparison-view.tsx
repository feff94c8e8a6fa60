import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { RelativeTime } from '@/components/ui/relative-time';
import { claimNames } from '@/lib/adjudication/claim-names';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Naming } from '@/lib/adjudication/field-words';
import { claimAddress } from '@/lib/claims/claim-address';
import type { PersonRef } from '@/lib/kernel/person';
import { decisionWords } from '@/lib/review/adjudicating/decision-words';
import { ChangedNote } from './changed-note';
import { ComparisonComments } from './comparison-comments';
import { whatDiffers } from './comparison-list';
import { FieldRows, SameFields } from './field-rows';
import { NoneForm } from './none-form';
import { PassageText } from './passage-text';
import { resultOf } from './result';
import { TakeBar } from './take-bar';
import type { Screen } from './use-screen';
import { type AdjudicationView, placedParents, STAND_FACTS } from './view';

type ComparisonViewProps = {
  articleId: string;
  me: PersonRef;
  view: AdjudicationView;
  comparison: Comparison;
  screen: Screen;
  naming: Naming;
};

/** One claim as each checker has it, in its sentence and side by side, with what was decided. */
export function ComparisonView({ articleId, me, view, comparison, screen, naming }: ComparisonViewProps) {
  const { index, stands, field, form, decisions } = screen;
  const { people } = view;
  const kept = decisions.find(comparison.key);
  const decision = kept?.decision ?? null;
  const passages = view.passages[index] ?? [];
  const parents = placedParents(comparison, people.length);
  const result = resultOf(comparison, decision, { passages, naming });
  const stand = stands[index] ?? 'open';
  const [refused, changed] = [decisions.refused.get(comparison.key), decisions.changed.get(comparison.key)];
  return (
    <section aria-labelledby="comparison-title" className="comparison">
      <header>
        <h2 id="comparison-title">
          <span aria-hidden="true">{STAND_FACTS[stand].sign} </span>
          {index + 1} of {view.comparisons.length}: {stand === 'agreed' || stand === 'accepted' ? 'all agree' : whatDiffers(comparison)}
        </h2>
        <p className="text-ink-3 text-small">
          {parents.map(({ parent }, at) => (
            <span key={parent.id}>
              {at === 0 ? '' : ' · '}
              <Link href={claimAddress(articleId, parent.id)} prefetch={false}>
                C{parent.number}
              </Link>{' '}
              by <bdi>{parent.createdBy.name}</bdi>
            </span>
          ))}
        </p>
      </header>
      {refused === undefined ? null : (
        <ErrorNote
          title="Your decision was not kept."
          actions={
            <>
              {refused.wanted === null ? null : (
                <Button size="s" onClick={() => screen.settle(refused.wanted, true)}>
                  Decide so all the same: {decisionWords(refused.wanted, comparison.parents)}
                </Button>
              )}
              <Button size="s" tone="quiet" onClick={() => decisions.dismiss([comparison.key])}>
                Leave it as it is
              </Button>
            </>
          }
        >
          {refused.message}
        </ErrorNote>
      )}
      {refused !== undefined || changed === undefined ? null : (
        <ChangedNote {...{ comparison, changed }} onGo={null} onDismiss={() => decisions.dismiss([comparison.key])} />
      )}
      <PassageText passages={passages} parents={parents} result={result?.spans ?? []} />
      <p className="decided" data-stand={stand}>
        {decision === null ? (
          <span className="text-ink-2">
            {stand === 'agreed' ? 'All checkers have it so. Nobody has accepted it yet.' : 'Nobody has decided this yet.'}
          </span>
        ) : (
          <>
            <b>{stand === 'open' ? 'Begun' : STAND_FACTS[stand].label.replace(/^./, (letter) => letter.toUpperCase())}</b>{' '}
            {decisionWords(decision, comparison.parents)}
            <span className="text-ink-3">
              {' · '}
              <bdi>{kept?.by.id === me.id ? 'you' : kept?.by.name}</bdi>
              {kept === null || kept.at.getTime() === 0 ? null : (
                <>
                  , <RelativeTime at={kept.at} />
                </>
              )}
            </span>
          </>
        )}
      </p>
      <TakeBar screen={screen} people={people} parents={parents} comparison={comparison} decision={decision} />
      {form === 'none' ? (
        <NoneForm
          comparisonKey={comparison.key}
          names={claimNames(comparison.parents)}
          begun={decision?.kind === 'none' ? decision.reason : ''}
          onSend={(none) => screen.settle(none)}
          onCancel={() => screen.setForm(null)}
        />
      ) : null}
      {form === 'comment' ? <ComparisonComments parents={parents} userId={me.id} /> : null}
      {comparison.differing.length === 0 ? null : (
        <FieldRows {...{ comparison, people, parents, decision, result, naming, field }} onChoose={screen.choose} />
      )}
      <SameFields comparison={comparison} naming={naming} open={comparison.differing.length === 0} />
    </section>
  );
}
