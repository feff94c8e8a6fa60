import { type Checking, seenPeople, type Viewer } from './checking';

/**
 * What somebody sees of a desk's work: everything, but for the articles in `limited`, of which only the work of the people
 * named there. Every read of claims takes one, so that none can forget to ask.
 */
export type Sight = {
  readonly userId: string;
  readonly limited: ReadonlyMap<string, readonly string[]>;
};

/** Of nobody in particular who sees everything: the checking of a database, the numbers of a whole desk. */
export const SEES_ALL: Sight = { userId: '', limited: new Map() };

/** `blind`: how the desk's articles that are checked blind are checked, by their ids. */
export function toSight(viewer: Viewer, blind: ReadonlyMap<string, Checking>): Sight {
  const limited = new Map<string, readonly string[]>();
  for (const [articleId, checking] of blind) {
    const people = seenPeople(viewer, checking);
    if (people !== null) limited.set(articleId, people);
  }
  return { userId: viewer.userId, limited };
}

export function isLimited({ limited }: Sight, articleId: string): boolean {
  return limited.has(articleId);
}

export function sees({ limited }: Sight, { articleId, makerId }: { readonly articleId: string; readonly makerId: string }): boolean {
  return limited.get(articleId)?.includes(makerId) ?? true;
}

type SeenWhere = { AND?: { OR: ({ articleId: { notIn: string[] } } | { articleId: string; createdById: { in: string[] } })[] }[] };

/** The same as a condition on claims for a query; empty where everything is seen. */
export function seenWhere({ limited }: Sight): SeenWhere {
  if (limited.size === 0) return {};
  const own = [...limited].map(([articleId, people]) => ({ articleId, createdById: { in: [...people] } }));
  return { AND: [{ OR: [{ articleId: { notIn: [...limited.keys()] } }, ...own] }] };
}

/**
 * The same for a plain SELECT: what follows its WHERE, about the claims called `alias`, and the values for its question marks.
 *
 *     AND (c."articleId" NOT IN (...) OR c."articleId" || ' ' || c."createdById" IN (...))
 */
export function seenSql({ limited }: Sight, alias = 'c'): { readonly sql: string; readonly values: readonly string[] } {
  if (limited.size === 0) return { sql: '', values: [] };
  const own = [...limited].flatMap(([articleId, people]) => people.map((person) => `${articleId} ${person}`));
  return {
    sql: ` AND (${alias}."articleId" NOT IN (SELECT "value" FROM json_each(?))
      OR ${alias}."articleId" || ' ' || ${alias}."createdById" IN (SELECT "value" FROM json_each(?)))`,
    values: [JSON.stringify([...limited.keys()]), JSON.stringify(own)],
  };
}
