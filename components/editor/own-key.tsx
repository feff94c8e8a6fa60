import { Kbd } from '@/components/ui/kbd';
import { KEYS, type KeyCommand } from './keymap';
import { useKeys } from './use-keys';

/** The key of a command as this person has it, in the middle of a sentence; where no key does it, what it is called. */
export function OwnKey({ command }: { command: KeyCommand }) {
  const key = useKeys().print(command);
  return key === undefined ? <q>{KEYS[command].does}</q> : <Kbd>{key}</Kbd>;
}
