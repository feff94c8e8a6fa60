import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { ClassTally } from '@/lib/provenance/label';

/** From this share on there is room for the letter. */
const ROOM_FOR_LETTER = 0.07;

/** The claims by class as parts of one bar, each with its class's line below. Decoration: the table beside it has the numbers. */
export function CompositionBar({ classes }: { classes: readonly ClassTally[] }) {
  const parts = classes.filter(({ claimIds }) => claimIds.length > 0);
  return (
    <div className="composition" aria-hidden="true">
      {parts.map(({ sourceClass, claimIds, share }) => (
        <i key={sourceClass} data-c={sourceClass} style={{ flexGrow: claimIds.length }}>
          {share.defined && share.value >= ROOM_FOR_LETTER ? SOURCE_CLASS_FACTS[sourceClass].letter : null}
        </i>
      ))}
    </div>
  );
}
