import { z } from 'zod';
import { writeKeyInput } from '@/lib/kernel/id-input';
import { parsePress, writePress } from '@/lib/keys/press';
import { canBePressed, refusalOf } from '@/lib/keys/remap';

const COMMANDS_MAX = 300;
const PRESSES_MAX = 4;

const commandName = z.string().regex(/^[a-z]+\.[A-Za-z_.]{1,60}$/);

const pressInput = z
  .string()
  .max(40)
  .superRefine((written, context) => {
    const press = parsePress(written);
    const refusal =
      press === null || writePress(press) !== written || !canBePressed(press) ? 'This is not a key.' : refusalOf(press, false);
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
  });

/** For each command that has not its usual keys, the ways to press it. Commands an older or newer version knows are kept. */
const keysInput = z
  .record(z.string(), z.unknown())
  // Before each is looked at: four megabytes of them would take seconds.
  .refine((keys) => Object.keys(keys).length <= COMMANDS_MAX, 'These are more commands than there are.')
  .pipe(z.record(commandName, z.array(pressInput).max(PRESSES_MAX)));

export const savePreferencesInput = z.object({
  key: writeKeyInput,
  version: z.int().min(0),
  singleKeys: z.boolean(),
  keys: keysInput,
});
export type SavePreferencesInput = z.output<typeof savePreferencesInput>;
