/** Places that hold a few at a time for each person; nobody waits for one. */
export type Places = {
  /** Gives the place back, however often it is called; null where all of them are taken. */
  readonly take: (userId: string) => (() => void) | null;
};

export function createPlaces(each: number): Places {
  const taken = new Map<string, number>();
  return {
    take(userId) {
      const before = taken.get(userId) ?? 0;
      if (before >= each) return null;
      taken.set(userId, before + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (taken.get(userId) ?? 1) - 1;
        if (left === 0) taken.delete(userId);
        else taken.set(userId, left);
      };
    },
  };
}
