import type { ReactNode } from 'react';
import { ClassBadge } from '@/components/ui/class-badge';
import { Pips } from '@/components/ui/pips';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import { Row, Section } from './specimen';

export function Marks() {
  return (
    <Section title="Marks and badges">
      <Row name="legend">
        {SOURCE_CLASSES.map((c) => (
          <span key={c} className="inline-flex items-center gap-2">
            <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} />
            <span className="spec" data-c={c}>
              {'specimen'}
            </span>
            {SOURCE_CLASS_FACTS[c].label}
          </span>
        ))}
      </Row>
      <Row name="badges">
        {SOURCE_CLASSES.map((c, index) => (
          <ClassBadge key={c} c={c} {...SOURCE_CLASS_FACTS[c]} number={index * 9 + 1} />
        ))}
        {SOURCE_CLASSES.map((c, index) => (
          <ClassBadge key={c} c={c} {...SOURCE_CLASS_FACTS[c]} number={index * 9 + 1} size="s" />
        ))}
        <ClassBadge c="anonymous" {...SOURCE_CLASS_FACTS.anonymous} number={8} on />
      </Row>
      <Row name="confidence">
        {([1, 2, 3] as const).map((filled) => (
          <span key={filled} className="inline-flex items-center gap-2">
            <Pips filled={filled} /> {['Low', 'Moderate', 'High'][filled - 1]}
          </span>
        ))}
      </Row>
      <Row name="at rest">
        <Prose>
          {SOURCE_CLASSES.map((c, index) => (
            <span key={c}>
              <Claim c={c} number={index + 1} words="Kozak proposed" rest=" to the Russian president an idea" />, and{' '}
            </span>
          ))}
          it <Claim c="anonymous" number={10} words="agrees" rest="." />
        </Prose>
      </Row>
      <Row name="one open">
        <Prose focus>
          Putin, <span className="cue">according to sources</span>, made it clear that{' '}
          <Claim c="anonymous" number={8} words="he considers" rest=" the invasion of Ukraine a mistake" open /> and{' '}
          <Claim c="none" number={9} words="has no plans" rest=" to abandon this policy" />. A <span className="sug">suggestion waits</span>{' '}
          here.
        </Prose>
      </Row>
      <Row name="nested, all pairs">
        <Prose>
          {SOURCE_CLASSES.map((outer) => (
            <span key={outer}>
              <mark data-c={outer} data-lane="1">
                {SOURCE_CLASSES.filter((inner) => inner !== outer).map((inner) => (
                  <span key={inner}>
                    jumpy <mark data-c={inner}>gypsy</mark>{' '}
                  </span>
                ))}
              </mark>{' '}
            </span>
          ))}
        </Prose>
      </Row>
    </Section>
  );
}

function Prose({ children, focus = false }: { children: ReactNode; focus?: boolean }) {
  return <p className={`quoted max-w-[var(--measure)] text-read ${focus ? 'focus' : ''}`}>{children}</p>;
}

type ClaimProps = { c: SourceClass; number: number; words: string; rest: string; open?: boolean };

function Claim({ c, number, words, rest, open = false }: ClaimProps) {
  return (
    <mark data-c={c} data-on={open || undefined}>
      <span className="nb">
        <button type="button" className="tag" data-c={c} aria-label={`Claim ${number}, ${SOURCE_CLASS_FACTS[c].label}`}>
          <b>{SOURCE_CLASS_FACTS[c].letter}</b>
          <u>{number}</u>
          <Pips filled={(number % 3) + 1} upright />
        </button>
        {words}
      </span>
      {rest}
    </mark>
  );
}
