// Read by old versions of Node: no syntax or built-in module newer than ES2017 here.
const LEAST = [20, 19];

/** Whether this Node is new enough; if not, says so and sets the exit code. */
export function requireNode() {
  const have = process.versions.node.split('.').map(Number);
  if (have[0] > LEAST[0] || (have[0] === LEAST[0] && have[1] >= LEAST[1])) return true;
  process.stderr.write(`Hearsay needs Node ${LEAST.join('.')} or newer; this is Node ${process.versions.node}. See https://nodejs.org\n`);
  process.exitCode = 1;
  return false;
}
