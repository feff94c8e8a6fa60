import type { Checking } from '@/lib/assignments/checking';
import { type Sight, toSight } from '@/lib/assignments/sight';
import type { ClaimChanges } from '@/lib/claims/changes/claim-changes';
import type { PersonRef } from '@/lib/kernel/person';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { canSee, peopleFor } from './can-see';
import type { Message } from './message';

/** One open page. `seq` is how far it has been told. */
export type Listener = {
  readonly actor: Actor;
  readonly articleId: string;
  /** What the person sees as the page begins. */
  readonly sight: Sight;
  /** Whether the session is still good, and whose it is. */
  readonly again: () => Promise<Actor | null>;
  /** False when the page does not read what it is sent: it is let go, and catches up when it comes back. */
  readonly send: (message: Message) => boolean;
  readonly close: () => void;
};

export type Outside = {
  readonly findSeq: () => Promise<number>;
  /** How a desk's articles are checked that are checked blind just now, by their ids. */
  readonly listBlind: (deskId: string) => Promise<ReadonlyMap<string, Checking>>;
  /** Null when it is too much to tell. */
  readonly listChanges: (
    scope: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
    range: { readonly since: number; readonly until: number },
  ) => Promise<ClaimChanges | null>;
  /** The claims of the article, among those the person sees, that something was said about. */
  readonly listTalked: (
    scope: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
    range: { readonly since: number; readonly until: number },
  ) => Promise<readonly string[]>;
  readonly hasAccountChange: (since: number) => Promise<boolean>;
  readonly now: () => number;
  /** Calls back every `ms`; returns how to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
  readonly report: (error: unknown) => void;
};

/** Between two looks for what another process wrote, in ms; what this one writes is told at once. */
export const LOOK_EVERY = 1000;
/** Between two signs of life, which are also when each session is asked about again, in ms. */
export const BEAT_EVERY = 10_000;
/** Pages that one person can have told at a time; the oldest gives way. */
export const PAGES_MAX = 8;
/** All pages together. More are turned away, and ask now and then. */
const LISTENERS_MAX = 2000;
/** Somebody who asks now and then is there so long after the last time, in ms; a reload does not make anybody leave. */
export const LINGER = 12_000;

/** `told`: who is there, as the page last heard. */
type Place = { readonly listener: Listener; seq: number; sight: Sight; told: string | null };

export type Hub = ReturnType<typeof createHub>;

/**
 * Tells open pages what happens in their articles. It keeps nothing of what it tells: each page has a place in the audit trail,
 * and is told what came after it, in one pass at a time. So catching up and being told are one thing, and a page that was
 * away misses nothing.
 */
export function createHub(outside: Outside) {
  const { now, every } = outside;
  const places = new Set<Place>();
  const seen = new Map<string, { readonly articleId: string; readonly person: PersonRef; at: number }>();
  let stops: readonly (() => void)[] = [];
  let open = true;
  let telling: Promise<void> | null = null;
  let again = false;
  let checkedTo: number | null = null;

  function drop(place: Place, why?: Extract<Message, { kind: 'over' }>['why']): void {
    if (!places.delete(place)) return;
    const { actor, articleId } = place.listener;
    see(articleId, actor);
    if (why !== undefined) place.listener.send({ kind: 'over', why });
    place.listener.close();
    if (places.size > 0) return;
    for (const stop of stops) stop();
    stops = [];
  }

  function tell(place: Place, message: Message): void {
    if (places.has(place) && !place.listener.send(message)) drop(place);
  }

  function see(articleId: string, { userId, name }: Actor): void {
    seen.set(`${articleId} ${userId}`, { articleId, person: { id: userId, name }, at: now() });
  }

  function peopleOf(articleId: string): readonly PersonRef[] {
    const people = new Map<string, PersonRef>();
    for (const [key, last] of seen) {
      if (now() - last.at > LINGER) seen.delete(key);
      else if (last.articleId === articleId) people.set(last.person.id, last.person);
    }
    for (const { listener } of places) {
      if (listener.articleId === articleId) people.set(listener.actor.userId, { id: listener.actor.userId, name: listener.actor.name });
    }
    return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  /** Tells each page who is there, as far as it may hear of them, where that is news to it. */
  function tellPeople(): void {
    for (const articleId of new Set([...places].map(({ listener }) => listener.articleId))) {
      const there = peopleOf(articleId);
      for (const place of places) {
        if (place.listener.articleId !== articleId) continue;
        const people = peopleFor(place.sight, articleId, there);
        const words = JSON.stringify(people);
        if (place.told === words) continue;
        place.told = words;
        tell(place, { kind: 'people', people });
      }
    }
  }

  /** Brings every page up to now; asked again meanwhile, it goes round once more. */
  function wake(): Promise<void> {
    if (places.size === 0) return Promise.resolve();
    again = true;
    telling ??= (async () => {
      try {
        while (again && places.size > 0) {
          again = false;
          await bringUp(await outside.findSeq());
        }
      } catch (error) {
        // The database could not be read: the next look tries again.
        outside.report(error);
      } finally {
        telling = null;
      }
    })();
    return telling;
  }

  async function bringUp(until: number): Promise<void> {
    if (checkedTo !== null && until > checkedTo && (await outside.hasAccountChange(checkedTo))) await checkSessions();
    checkedTo = until;
    await lookAnew([...places].filter((place) => place.seq !== until));
    const behind = new Map<string, Place[]>();
    for (const place of places) {
      if (place.seq === until) continue;
      const { articleId, actor } = place.listener;
      // Those who see all of it are told together; who sees a part is told apart.
      const key = `${actor.deskId} ${articleId} ${place.seq} ${place.sight.limited.get(articleId)?.join(' ') ?? ''}`;
      behind.set(key, [...(behind.get(key) ?? []), place]);
    }
    for (const group of behind.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { actor, articleId } = first.listener;
      try {
        const scope = { deskId: actor.deskId, articleId, sight: first.sight };
        const range = { since: first.seq, until };
        const changes = await outside.listChanges(scope, range);
        const talked = changes === null ? [] : await outside.listTalked(scope, range);
        for (const place of group) tellChanges(place, changes === null ? null : { ...changes, talked }, until);
      } catch (error) {
        // These pages stay where they are, and the next look tries again: one article that cannot be read keeps no other waiting.
        outside.report(error);
      }
    }
  }

  /** Where a page is to see more or less of its article than before, it reads all of it again. */
  async function lookAnew(behind: readonly Place[]): Promise<void> {
    const desks = new Map<string, ReadonlyMap<string, Checking>>();
    for (const { listener } of behind) {
      const { deskId } = listener.actor;
      if (!desks.has(deskId)) desks.set(deskId, await outside.listBlind(deskId));
    }
    for (const place of behind) {
      const { actor, articleId } = place.listener;
      const sight = toSight(toViewer(actor), desks.get(actor.deskId) ?? new Map());
      const [had, has] = [place.sight, sight].map(({ limited }) => limited.get(articleId)?.join(' '));
      place.sight = sight;
      if (had !== has) tell(place, { kind: 'again', seq: place.seq });
    }
    tellPeople();
  }

  function tellChanges(place: Place, changes: (ClaimChanges & { readonly talked: readonly string[] }) | null, until: number): void {
    place.seq = until;
    if (changes === null) {
      tell(place, { kind: 'again', seq: until });
      return;
    }
    const claims = changes.claims.filter((claim) => canSee(place.listener.actor, place.sight, claim));
    const { gone, talked } = changes;
    if (claims.length + gone.length + talked.length > 0) tell(place, { kind: 'changes', seq: until, claims, gone, talked });
  }

  async function checkSessions(): Promise<void> {
    await Promise.all(
      [...places].map(async (place) => {
        const actor = await place.listener.again();
        const { userId, deskId, role } = place.listener.actor;
        // Another role may see other things: the page asks anew, as whoever it is then.
        if (actor === null || actor.userId !== userId || actor.deskId !== deskId || actor.role !== role) drop(place, 'signed_out');
      }),
    );
  }

  async function beat(): Promise<void> {
    try {
      await checkSessions();
      for (const place of places) tell(place, { kind: 'beat', seq: place.seq });
      tellPeople();
    } catch (error) {
      outside.report(error);
    }
  }

  return {
    /**
     * Tells `listener` what happened after `since`, and from now on what happens. Returns how to leave; null when there is no
     * room, or the server stops.
     */
    join(listener: Listener, since: number): (() => void) | null {
      if (!open || places.size >= LISTENERS_MAX) return null;
      const own = [...places].filter((place) => place.listener.actor.userId === listener.actor.userId);
      if (own.length >= PAGES_MAX && own[0] !== undefined) drop(own[0], 'too_many');
      const place: Place = { listener, seq: since, sight: listener.sight, told: null };
      places.add(place);
      if (stops.length === 0) stops = [every(LOOK_EVERY, () => void wake()), every(BEAT_EVERY, () => void beat())];
      tell(place, { kind: 'beat', seq: since });
      tellPeople();
      void wake();
      return () => drop(place);
    },
    /** Somebody who asks now and then is there too. Returns who is, as far as they may hear of them. */
    visit(articleId: string, actor: Actor, sight: Sight): readonly PersonRef[] {
      see(articleId, actor);
      tellPeople();
      return peopleFor(sight, articleId, peopleOf(articleId));
    },
    /** Something was written. Resolves when everybody was told. */
    wake,
    /** How many pages are told. */
    count: () => places.size,
    /** Lets everybody go, and nobody in any more: the server stops. */
    close(): void {
      open = false;
      for (const place of [...places]) drop(place, 'stopping');
    },
  };
}
