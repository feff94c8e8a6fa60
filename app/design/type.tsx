import { Row, Section } from './specimen';

const SIZES = [
  ['text-mast display', 'Seven attributions'],
  ['text-h1 display', 'Close Putin Ally Attempted to Convince'],
  ['text-h2 display', 'The article, claim by claim'],
  ['text-h3 quoted', 'Nothing waits for you.'],
  ['text-read quoted', 'Sources close to the Kremlin assert that'],
  ['text-quote quoted', 'he considers the invasion of Ukraine a mistake'],
  ['text-ui', 'All changes saved. 26 claims, 11 of 13 sentences'],
  ['text-small', 'Draft, checker A'],
  ['label', 'Source type'],
  ['mono', 'a133f31c 0O1lI'],
] as const;

const SURFACES = ['bg-paper', 'bg-raised', 'bg-sunken', 'bg-hover', 'bg-pencil-wash', 'bg-alarm-wash'] as const;
const INKS = ['text-ink', 'text-ink-2', 'text-ink-3', 'text-pencil', 'text-alarm', 'text-added'] as const;

export function Type() {
  return (
    <Section title="Type and colour">
      {SIZES.map(([name, words]) => (
        <Row key={name} name={name}>
          <span className={name}>{words}</span>
        </Row>
      ))}
      <Row name="scripts">
        <span className="quoted text-read">
          Řeka ğ ő ż, Việt Nam, Київ і Москва, Αθήνα, <bdi>القدس</bdi>, <bdi>ירושלים</bdi>, 東京
        </span>
      </Row>
      <Row name="surfaces">
        {SURFACES.map((surface) => (
          <div key={surface} className={`${surface} grid w-38 gap-1 rounded-m p-3 shadow-card`}>
            <span className="text-small text-ink-3">{surface}</span>
            {INKS.map((ink) => (
              <span key={ink} className={ink}>
                {ink}
              </span>
            ))}
          </div>
        ))}
      </Row>
    </Section>
  );
}
