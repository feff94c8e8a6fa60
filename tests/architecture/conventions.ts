import { jobOf, roomOf } from './rooms';
import type { Source } from './source';

const SERVER_JOBS = ['data', 'mutations', 'loaders'];

/** Files that must never reach a browser and do not say so. */
export function findUnguardedServerFiles(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ file, imports }) => SERVER_JOBS.includes(jobOf(file)) && !imports.some(({ specifier }) => specifier === 'server-only'))
    .map(({ file }) => `${file} does not import server-only`);
}

/** Server actions live in lib/<feature>/actions.ts and nowhere else: each is a door to the outside. */
export function findMisplacedActions(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, directives }) => {
    const says = directives[0] === 'use server';
    const is = jobOf(file) === 'actions';
    if (says === is || roomOf(file) === 'bench') return [];
    return [says ? `${file} has server actions but is not called actions.ts` : `${file} does not begin with 'use server'`];
  });
}

/** Readers of the environment beside lib/env.ts. */
export function findEnvironmentReaders(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(
      ({ file, impurities }) => /^(app|components|lib|proxy)\b/.test(file) && file !== 'lib/env.ts' && impurities.includes('process.env'),
    )
    .map(({ file }) => `${file} reads process.env`);
}

/** The one room that may import a package, or the generated client, so that it can be replaced there. */
const OWNERS: readonly { readonly what: RegExp; readonly owner: RegExp }[] = [
  { what: /^@tiptap\//, owner: /^components\/(editor|comments)\// },
  { what: /^next-auth/, owner: /^(lib\/auth|app\/api\/auth)\// },
  { what: /^(@prisma\/|better-sqlite3$)/, owner: /^(lib\/db|scripts)\// },
  { what: /^@\/lib\/db\/generated\/|^\.\/generated\//, owner: /^lib\/db\/|\/(data|mutations)\.ts$/ },
  { what: /^@node-rs\/argon2$/, owner: /^lib\/auth\// },
  { what: /^nodemailer$/, owner: /^lib\/smtp\// },
  { what: /^commander$/, owner: /^lib\/cli\// },
];

export function findForeignPackages(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ file }) => !/^(tests|bench)\//.test(file))
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ specifier }) => OWNERS.some(({ what, owner }) => what.test(specifier) && !owner.test(file)))
        .map(({ specifier }) => `${file} imports ${specifier}, which another room owns`),
    );
}

const PAGE_LINES = 100;
const FILE_LINES = 350;

/** Pages that do more than lay out, and files with more than one idea. */
export function findLongFiles(sources: readonly Source[]): readonly string[] {
  const ours = sources.filter(({ file }) => !file.startsWith('tests/'));
  return ours.flatMap(({ file, lines }) => {
    const isPage = /^app\/.*\b(page|layout|route)\.tsx?$/.test(file) && roomOf(file) === 'app';
    const limit = isPage ? PAGE_LINES : FILE_LINES;
    return lines > limit ? [`${file} has ${lines} lines, ${limit} at most`] : [];
  });
}

const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'lib', 'index'];

/** Names that say nothing, barrels, and names that are not kebab-case. Takes paths from the root. */
export function findBadNames(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const parts = file.split('/').slice(1);
    const empty = parts.find((part) => EMPTY_NAMES.includes(part.split('.')[0] ?? ''));
    if (empty !== undefined) return [`${file}: "${empty}" says nothing of what is inside`];
    const odd = parts.find((part) => !/^[a-z0-9_.@-]+$|^\[[a-z.]+\]$|^\([a-z]+\)$/.test(part));
    return odd === undefined ? [] : [`${file}: "${odd}" is not kebab-case`];
  });
}

/** Pages and layouts that are sent to the browser: each is rendered on the server, and hands its islands what they show. */
export function findClientPages(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ file, directives }) => /^app\/.*\b(page|layout)\.tsx$/.test(file) && directives.includes('use client'))
    .map(({ file }) => `${file} is sent to the browser: make an island of what has to be there`);
}
