import type { Source } from './source';

/** The domain in its one order: a room may import those before it. */
const DOMAIN = [
  'lib/frame',
  'lib/text',
  'lib/search',
  'lib/anchoring',
  'lib/articles',
  'lib/assignments',
  'lib/sources',
  'lib/attribution',
  'lib/claims',
  'lib/adjudication',
  'lib/agreement',
  'lib/provenance',
  'lib/reliability',
  'lib/review',
  'lib/comments',
  'lib/trail',
  'lib/figures',
] as const;

/** Rooms of lib whose files are pure unless their name says otherwise, and which rooms' pure files they may import. */
export const PURE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'lib/kernel': [],
  ...Object.fromEntries(DOMAIN.map((room, at) => [room, ['lib/kernel', 'lib/audit', ...DOMAIN.slice(0, at)]])),
  'lib/keys': [],
  'lib/delivery': ['lib/kernel'],
  'lib/people': ['lib/kernel', 'lib/audit', 'lib/keys'],
  'lib/live': ['lib/kernel', 'lib/delivery', 'lib/permissions', ...DOMAIN],
  'lib/permissions': ['lib/kernel', ...DOMAIN],
  'lib/mail': ['lib/kernel', 'lib/permissions', ...DOMAIN],
  'lib/import': ['lib/kernel', 'lib/text', 'lib/articles'],
  'lib/report': ['lib/kernel', ...DOMAIN],
  'lib/export': ['lib/kernel', 'lib/report', ...DOMAIN],
  'lib/publication': ['lib/kernel', 'lib/export', 'lib/report', ...DOMAIN],
  'lib/sample': ['lib/kernel', ...DOMAIN],
  'lib/verify': ['lib/kernel', 'lib/audit', ...DOMAIN],
};

/** Infrastructure, and what it may import beside the kernel: never a feature. */
const INFRASTRUCTURE: Readonly<Record<string, readonly string[]>> = {
  'lib/env': [],
  'lib/audit': [],
  'lib/http': [],
  'lib/smtp': [],
  'lib/db': ['lib/audit', 'lib/env'],
  'lib/auth': ['lib/audit', 'lib/db', 'lib/env', 'lib/http', 'lib/permissions'],
  'lib/actions': ['lib/auth', 'lib/db', 'lib/http', 'lib/permissions'],
};

/** What a file is by its name. `pure` in a feature; in infrastructure any name does. */
export type Job = 'schema' | 'data' | 'mutations' | 'loaders' | 'actions' | 'requests' | 'pure';

/**
 * Jobs with an outside to reach: the jobs of other files and the infrastructure each may import.
 * `requests` asks our own routes from the browser, so it may import nothing of the server.
 */
const REACHES: Readonly<Record<Exclude<Job, 'pure' | 'schema' | 'requests'>, { jobs: readonly Job[]; rooms: readonly string[] }>> = {
  data: { jobs: ['data'], rooms: ['lib/db'] },
  mutations: { jobs: ['data', 'mutations'], rooms: ['lib/db', 'lib/audit', 'lib/permissions'] },
  loaders: { jobs: ['data', 'loaders'], rooms: ['lib/db', 'lib/auth', 'lib/permissions'] },
  actions: { jobs: ['data', 'mutations'], rooms: ['lib/actions', 'lib/auth', 'lib/http', 'lib/permissions'] },
};

/** Features whose mutations and data work across the domain, whichever room their pure files belong to. */
const ACROSS: Readonly<Record<string, readonly string[]>> = {
  'lib/sample': [...DOMAIN, 'lib/import'],
  'lib/articles': ['lib/import'],
};

/** Which job a file (with or without its ending) has. */
export function jobOf(file: string): Job {
  const name = /([^/]+?)(\.tsx?)?$/.exec(file)?.[1] ?? '';
  const isJob = ['schema', 'data', 'mutations', 'loaders', 'actions', 'requests'].includes(name);
  return isJob && file.startsWith('lib/') ? (name as Job) : 'pure';
}

/** The room a file is in: two levels deep in lib and components, one elsewhere. A benchmark's page belongs to bench. */
export function roomOf(file: string): string {
  if (/\.bench(\.tsx)?$/.test(file)) return 'bench';
  const parts = file.replace(/\.(tsx?|mjs)$/, '').split('/');
  return parts[0] === 'lib' || parts[0] === 'components' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Every import that points against the arrows, as `file -> target: why`. */
export function findWrongArrows(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, imports }) =>
    imports.flatMap(({ target }) => {
      if (target === null || target.endsWith('.css')) return [];
      const why = whyNot(file, target);
      return why === null ? [] : [`${file} -> ${target}: ${why}`];
    }),
  );
}

function whyNot(file: string, target: string): string | null {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === 'tests') return null;
  if (to === 'tests') return 'nobody imports tests';
  if (from === 'bench' || from === 'scripts') return null;
  if (to === 'bench' || to === 'scripts') return 'the application does not import its tools';
  if (from === 'app' || from === 'proxy') return whyNotFromApp(to, jobOf(target));
  if (from.startsWith('components/')) return whyNotFromComponents(from, to, jobOf(target));
  if (to === 'app' || to.startsWith('components/')) return 'lib does not know who shows it';
  return whyNotInLib(file, target);
}

function whyNotFromApp(to: string, job: Job): string | null {
  if (job === 'data' || job === 'mutations') return 'pages go through loaders and actions';
  if (to === 'lib/db' && job !== 'loaders') return 'pages do not touch the database';
  if (to === 'lib/cli') return 'the command line stands beside the pages';
  return null;
}

function whyNotFromComponents(from: string, to: string, job: Job): string | null {
  if (to === 'app') return 'components do not know their pages';
  if (from === 'components/ui') return to === from ? null : 'a primitive could ship in another product';
  if (to === from || to === 'components/ui' || job === 'actions' || job === 'schema' || job === 'requests') return null;
  // What people say about a claim, and what was done with it, stands wherever the claim is shown; everybody acts; and a report is
  // handed over by the same choices everywhere.
  if (['components/comments', 'components/trail', 'components/acting', 'components/choices'].includes(to)) return null;
  if (to.startsWith('components/')) return 'features do not import each other';
  if (job !== 'pure' || !(to in PURE_ROOMS)) return 'components get their data as props';
  return null;
}

function whyNotInLib(file: string, target: string): string | null {
  const from = roomOf(file);
  const to = roomOf(target);
  const job = jobOf(file);
  const targetJob = jobOf(target);
  if (from === 'lib/cli') return null;
  if (to === 'lib/cli') return 'the command line stands above the rest of lib';
  if (from in INFRASTRUCTURE) {
    const may = to === from || to === 'lib/kernel' || INFRASTRUCTURE[from]?.includes(to);
    return may ? null : 'infrastructure does not know the features';
  }
  if (!(from in PURE_ROOMS)) return `there is no room ${from}: name it in tests/architecture/rooms.ts`;
  if (job === 'pure' || job === 'schema' || job === 'requests') {
    if (targetJob !== 'pure' && targetJob !== 'schema') return 'a pure file imports pure files only';
    return to === from || PURE_ROOMS[from]?.includes(to) ? null : `${from} may not import ${to}`;
  }
  if (REACHES[job].rooms.includes(to)) return null;
  if (targetJob !== 'pure' && targetJob !== 'schema' && !REACHES[job].jobs.includes(targetJob)) return `${job} may not import ${targetJob}`;
  const may = to === from || to === 'lib/people' || [...(PURE_ROOMS[from] ?? []), ...(ACROSS[from] ?? [])].includes(to);
  return may ? null : `${from} may not import ${to}`;
}
