/** A reason to stop that a person can do something about: printed as its one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs `work`; a Refusal becomes its sentence and exit code 1, anything else is a bug and keeps its stack. */
export async function orRefuse(work) {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
