import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { dayText, type Period, PRESET_FACTS, PRESETS, STEPS, type Step } from '@/lib/figures/period';
import type { FiguresInput } from '@/lib/figures/schema';
import { FIGURES_PATH, figuresHref } from './address';

const STEP_LABELS: Readonly<Record<Step, string>> = { day: 'By day', week: 'By week', month: 'By month' };
const LINK =
  'rounded-m px-2.5 py-1 text-ink-2 text-small no-underline hover:bg-hover hover:text-ink aria-[current=true]:bg-hover aria-[current=true]:font-strong aria-[current=true]:text-ink';

/** What time the figures are of. All of it stands in the address, so that it can be kept and sent. */
export function PeriodPicker({ input, period }: { input: FiguresInput; period: Period }) {
  const own = input.from !== undefined || input.to !== undefined;
  return (
    <div className="fig-period" data-screen-only="">
      <nav aria-label="Period" className="flex flex-wrap gap-1">
        {PRESETS.map((preset) => (
          <Link
            key={preset}
            href={figuresHref({ period: preset, by: input.by, person: input.person })}
            aria-current={!own && (input.period ?? 'month') === preset ? 'true' : undefined}
            className={LINK}
          >
            {PRESET_FACTS[preset].label}
          </Link>
        ))}
      </nav>
      <form action={FIGURES_PATH} className="flex flex-wrap items-center gap-2">
        <label className="text-ink-2 text-small" htmlFor="fig-from">
          From
        </label>
        <input
          id="fig-from"
          className="input fig-day"
          type="date"
          name="from"
          required
          defaultValue={dayText(period.from)}
          key={period.from}
        />
        <label className="text-ink-2 text-small" htmlFor="fig-to">
          to
        </label>
        <input
          id="fig-to"
          className="input fig-day"
          type="date"
          name="to"
          required
          defaultValue={dayText(period.to - 1)}
          key={-period.to}
        />
        {input.by === undefined ? null : <input type="hidden" name="by" value={input.by} />}
        {input.person === undefined ? null : <input type="hidden" name="person" value={input.person} />}
        <Button type="submit" size="s">
          Show
        </Button>
      </form>
      <nav aria-label="Steps" className="flex flex-wrap gap-1">
        {STEPS.map((by) => (
          <Link key={by} href={figuresHref({ ...input, by })} aria-current={period.by === by ? 'true' : undefined} className={LINK}>
            {STEP_LABELS[by]}
          </Link>
        ))}
      </nav>
    </div>
  );
}
