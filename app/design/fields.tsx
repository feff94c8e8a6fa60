import { PasswordField } from '@/components/ui/password-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { Section } from './specimen';

export function Fields() {
  return (
    <Section title="Fields">
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField label="Source" placeholder="Find or create" />
        <TextField
          label="Source"
          hint="Those of this article come first."
          defaultValue="Sources close to the Kremlin"
          aside={<span className="text-small text-ink-3">optional</span>}
        />
        <TextField label="Source" error="A source needs a name." defaultValue=" " />
        <TextField label="Disabled" disabled defaultValue="The New York Times" />
        <PasswordField label="Password" defaultValue="correct horse" />
        <TextArea label="Note" hint="Stays on the desk." defaultValue="Subject swapped?" />
      </div>
    </Section>
  );
}
