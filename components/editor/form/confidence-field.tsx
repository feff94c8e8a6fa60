import { Segmented } from '@/components/ui/segmented';
import { CONFIDENCE_FACTS, CONFIDENCES, type Confidence } from '@/lib/claims/confidence';
import { useKeys } from '../use-keys';

type ConfidenceFieldProps = { value: Confidence | null; error: string | undefined; onPick: (confidence: Confidence) => void };

export function ConfidenceField({ value, error, onPick }: ConfidenceFieldProps) {
  const keys = useKeys();
  const segments = CONFIDENCES.map((value) => ({
    value,
    label: CONFIDENCE_FACTS[value].label,
    shortcut: keys.print(`confidence.${value}`),
  }));
  return (
    <div className="form-sect" data-field="confidence">
      <Segmented legend="Confidence" showLegend name="confidence" segments={segments} value={value} onChange={onPick} />
      <p className="form-error" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
