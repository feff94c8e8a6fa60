/**
 * The open pages of one browser, so that what is kept unsent is sent by one of them: the page it was made on, and after that
 * is closed another one. Each page holds a lock as long as it is open (Web Locks API, W3C); the browser gives it to the next
 * who asks when the page goes, however it goes.
 */
export type Tabs = {
  /** Names this page. */
  readonly id: string;
  /** Whether it can be known which pages are open. */
  readonly canTell: boolean;
  /** Calls back, once, when no open page has this name any more; at once where that is so already, or cannot be known. */
  readonly whenGone: (id: string, callback: () => void) => void;
};

/** As much of the browser's lock manager as is needed. */
export type Locks = { request(name: string, callback: () => Promise<void> | void): Promise<unknown> };

const nameOf = (id: string) => `hearsay:tab:${id}`;

/**
 * This page among the others. `locks` is null where the browser has none (plain http on another machine): any page then sends
 * whatever is kept, and a write that two of them send is applied once all the same, by its key.
 */
export function createTabs(id: string, locks: Locks | null): Tabs {
  const watched = new Set<string>();
  // Held until the page goes: the promise never ends.
  locks?.request(nameOf(id), () => new Promise<void>(() => {})).catch(() => undefined);
  return {
    id,
    canTell: locks !== null,
    whenGone(other, callback) {
      if (watched.has(other)) return;
      watched.add(other);
      const call = () => {
        watched.delete(other);
        callback();
      };
      if (locks === null) call();
      else locks.request(nameOf(other), call).catch(() => undefined);
    },
  };
}

/** Where there is no other page. */
export const ONE_TAB: Tabs = { id: 'only', canTell: false, whenGone: (_id, callback) => callback() };
