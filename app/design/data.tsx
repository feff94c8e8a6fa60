import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { LinkButton } from '@/components/ui/link-button';
import { ProgressBar, type ProgressPart } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Row, Section } from './specimen';

const parts = (open: number, back: number, waiting: number, done: number, refused: number): readonly ProgressPart[] => [
  { key: 'done', tone: 'done', count: done },
  { key: 'refused', tone: 'refused', count: refused },
  { key: 'waiting', tone: 'waiting', count: waiting },
  { key: 'back', tone: 'back', count: back },
  { key: 'open', tone: 'open', count: open },
];

export function Data() {
  const started = Date.now();
  return (
    <Section title="States">
      <Row name="progress">
        <div className="grid w-70 gap-3">
          <ProgressBar parts={parts(0, 0, 0, 0, 0)} />
          <ProgressBar parts={parts(8, 2, 5, 10, 1)} />
          <ProgressBar parts={parts(1, 0, 0, 400, 0)} />
          <ProgressBar parts={parts(0, 0, 0, 26, 0)} />
          <ProgressBar parts={parts(3, 9, 3, 3, 9)} />
        </div>
      </Row>
      <Row name="times">
        {[0, 14 * 60, 3 * 3600, 50 * 3600, 90 * 24 * 3600].map((seconds) => (
          <RelativeTime key={seconds} at={new Date(started - seconds * 1000)} />
        ))}
      </Row>
      <Row name="empty">
        <EmptyState title="Nothing waits for you." action={<LinkButton href="/design">Open the article</LinkButton>}>
          Four are with another editor.
        </EmptyState>
      </Row>
      <Row name="failure">
        <ErrorNote
          urgent={false}
          title="Not saved."
          actions={
            <>
              <Button size="s">Try again</Button>
              <Button size="s">Copy the text</Button>
            </>
          }
        >
          The server refused claim 8. Nothing is lost.
        </ErrorNote>
      </Row>
    </Section>
  );
}
