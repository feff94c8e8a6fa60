// What reads back what earlier pages kept in the browser. Loaded only where something was kept (load-parsers.ts).
export { parseKeptWrite } from '../outbox/parse-kept-write';
export { parseHistory } from './parse-history';
export { parseAside, parseUnfinished } from './parse-unfinished';
