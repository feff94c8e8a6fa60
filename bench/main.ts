import { type Bench, toReportLine } from './report';

const BENCHES: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  agreement: () => import('./agreement'),
  export: () => import('./export'),
  figures: () => import('./figures'),
  paint: () => import('./paint'),
  provenance: () => import('./provenance'),
  queue: () => import('./queue'),
  save: () => import('./save'),
  start: () => import('./start'),
};

const [name = '', ...flags] = process.argv.slice(2);
const load = BENCHES[name];
if (load === undefined || flags.some((flag) => flag !== '--json')) {
  console.error(`Usage: npm run -s bench -- <name> [--json]\nNames: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const { bench } = await load();
const { figures, goals } = await bench((line) => process.stderr.write(`${line}\n`));
if (!flags.includes('--json')) {
  for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(36)} ${value}`);
  for (const { figure, value, ok, ...limit } of goals) {
    console.log(`${ok ? 'reached' : 'MISSED '}  ${figure} ${value} (${Object.entries(limit).join(' ').replace(',', ' ')})`);
  }
}
console.log(toReportLine(name, figures, goals));
process.exit(goals.every((goal) => goal.ok) ? 0 : 1);
