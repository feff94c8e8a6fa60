import { Segmented } from '@/components/ui/segmented';
import { CONFIDENCE_FACTS, CONFIDENCES, type Confidence } from '@/lib/claims/confidence';

const SEGMENTS = CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_FACTS[value].label, shortcut: CONFIDENCE_FACTS[value].key }));

type ConfidenceFieldProps = { value: Confidence | null; error: string | undefined; onPick: (confidence: Confidence) => void };

export function ConfidenceField({ value, error, onPick }: ConfidenceFieldProps) {
  return (
    <div className="form-sect" data-field="confidence">
      <Segmented legend="Confidence" showLegend name="confidence" segments={SEGMENTS} value={value} onChange={onPick} />
      <p className="form-error" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
