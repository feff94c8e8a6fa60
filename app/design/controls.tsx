import { Button } from '@/components/ui/button';
import type { ButtonTone } from '@/components/ui/button-class';
import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { LinkButton } from '@/components/ui/link-button';
import { Segmented } from '@/components/ui/segmented';
import { Row, Section } from './specimen';

const TONES: readonly ButtonTone[] = ['plain', 'primary', 'quiet', 'alarm'];

export function Controls() {
  return (
    <Section title="Controls">
      {TONES.map((tone) => (
        <Row key={tone} name={`button, ${tone}`}>
          <Button tone={tone}>Return</Button>
          <Button tone={tone} shortcut="r">
            Return
          </Button>
          <Button tone={tone} size="s" shortcut="Ctrl ↵">
            Submit
          </Button>
          <Button tone={tone} unavailable shortcut="a">
            Unavailable
          </Button>
          <Button tone={tone} disabled>
            Disabled
          </Button>
        </Row>
      ))}
      <Row name="link button">
        <LinkButton href="/design">New article</LinkButton>
        <LinkButton href="/design" tone="primary" shortcut="n">
          New article
        </LinkButton>
      </Row>
      <Row name="keys">
        <Kbd>j</Kbd>
        <Kbd>Tab</Kbd>
        <Kbd>Ctrl ↵</Kbd>
        <KeyHints
          hints={[
            { keys: ['j', 'k'], does: 'next, previous' },
            { keys: ['a'], does: 'approve and advance' },
            { keys: ['?'], does: 'all keys' },
          ]}
        />
      </Row>
      <Row name="one of a few">
        <Segmented
          legend="Confidence"
          showLegend
          name="confidence"
          defaultValue="moderate"
          segments={[
            { value: 'low', label: 'Low', shortcut: 'l' },
            { value: 'moderate', label: 'Moderate', shortcut: 'm' },
            { value: 'high', label: 'High', shortcut: 'h' },
          ]}
        />
        <Segmented
          legend="Nothing chosen, one disabled"
          name="none-chosen"
          segments={[
            { value: 'a', label: 'One' },
            { value: 'b', label: 'Two', disabled: true },
          ]}
        />
      </Row>
      <Row name="flags">
        <span className="flag">bare sources</span>
        <span className="flag hot">suspected mistranslation</span>
      </Row>
    </Section>
  );
}
