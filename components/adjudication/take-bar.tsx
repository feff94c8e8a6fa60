import { Button } from '@/components/ui/button';
import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import type { Decision } from '@/lib/adjudication/decision';
import type { PersonRef } from '@/lib/kernel/person';
import { type KeyedCommand, TAKES } from './adjudicate-keys';
import { useKey } from './single-key';
import type { Screen } from './use-screen';
import { letterOf, type PlacedParent } from './view';

type TakeBarProps = {
  screen: Screen;
  people: readonly PersonRef[];
  parents: readonly PlacedParent[];
  comparison: Comparison;
  decision: Decision | null;
};

/** Every way to decide what is shown, with its key. */
export function TakeBar({ screen, people, parents, comparison, decision }: TakeBarProps) {
  const keyOf = useKey();
  const press = (command: KeyedCommand) => ({ ...keyOf(command), onClick: () => screen.run(command) });
  const agreed = isAgreed(comparison);
  const about = screen.field === null ? '' : ' here';
  return (
    <div className="take-bar">
      {agreed ? (
        <Button tone="primary" {...press('accept')} unavailable={decision?.kind === 'agreed'}>
          {decision?.kind === 'agreed' ? 'Accepted' : 'Accept'}
        </Button>
      ) : (
        parents.map(({ place, parent }) => {
          const command = TAKES[place];
          const taken = decision?.kind === 'take' && decision.claimId === parent.id;
          return (
            <Button
              key={parent.id}
              aria-pressed={taken}
              {...(command === undefined ? { onClick: () => screen.take(place) } : press(command))}
            >
              {taken ? '✓ ' : ''}
              Take {letterOf(place)}
              {about}: <bdi>{people[place]?.name}</bdi>
            </Button>
          );
        })
      )}
      {comparison.differing.includes('spans') ? <Button {...press('merge')}>Merge words</Button> : null}
      {comparison.differing.length > 1 || comparison.differing.includes('spans') ? (
        <Button {...press('field')}>Field by field</Button>
      ) : null}
      <Button {...press('none')} aria-pressed={decision?.kind === 'none'}>
        No claim…
      </Button>
      <Button tone="quiet" {...press('comment')} aria-expanded={screen.form === 'comment'}>
        Comments
      </Button>
    </div>
  );
}
