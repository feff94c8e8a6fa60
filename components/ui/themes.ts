export const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
export type Theme = (typeof THEMES)[number]['value'];

export function isTheme(value: string | undefined): value is Theme {
  return THEMES.some((theme) => theme.value === value);
}
