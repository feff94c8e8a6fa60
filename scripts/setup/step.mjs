const STILL = 10_000; // milliseconds between signs of life where no terminal shows a running clock

/**
 * One step of a longer work, told on standard error: its name, that it goes on, and how long it took.
 * `work` returns a word for a step that had nothing to do, or nothing.
 */
export async function step(name, work) {
  const began = performance.now();
  const terminal = process.stderr.isTTY;
  const clock = setInterval(() => tell(terminal, `  ${name}: ${seconds(began)}`), terminal ? 1000 : STILL);
  try {
    const word = await work();
    tell(terminal, `  ${name}: ${word ?? `done in ${seconds(began)}`}`);
    if (terminal) process.stderr.write('\n');
  } catch (error) {
    if (terminal) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(clock);
  }
}

function tell(terminal, line) {
  process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
}

function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
