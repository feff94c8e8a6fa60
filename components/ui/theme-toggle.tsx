'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { Segmented } from './segmented';
import { isTheme, THEMES, type Theme } from './themes';

/** System, light or dark. Until the browser has said what was chosen, nothing is marked. */
export function ThemeToggle({ name = 'theme', showLegend = false }: { name?: string; showLegend?: boolean }) {
  const { value, choose } = useChosenTheme();
  return <Segmented legend="Theme" showLegend={showLegend} name={name} segments={THEMES} value={value} onChange={choose} />;
}

/** The theme chosen in this browser; null on the server and during hydration, which cannot know it. */
export function useChosenTheme(): { value: Theme | null; choose: (theme: Theme) => void } {
  const { theme, setTheme } = useTheme();
  const hydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return { value: hydrated && isTheme(theme) ? theme : null, choose: setTheme };
}
