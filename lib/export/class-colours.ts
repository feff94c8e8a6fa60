import { SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import { toClassKey } from './html-parts';

type ClassColours = Readonly<Record<SourceClass, { readonly tint: string; readonly line: string }>>;

/** The tint and the line of each class in everything that leaves the desk; paper has the light ones. The application's own are in tokens.css. */
export const CLASS_COLOURS: Readonly<Record<'light' | 'dark', ClassColours>> = {
  light: {
    record: { tint: '#b8e4d8', line: '#008c66' },
    relay: { tint: '#d0eaf9', line: '#438bb4' },
    document: { tint: '#b8d8e9', line: '#0072b2' },
    anonymous: { tint: '#f8e4b8', line: '#af7900' },
    unnamed: { tint: '#f3d2b8', line: '#c95800' },
    none: { tint: '#f1d9e6', line: '#af6890' },
  },
  dark: {
    record: { tint: '#073d36', line: '#009e73' },
    relay: { tint: '#23445c', line: '#56b4e9' },
    document: { tint: '#072f4a', line: '#137cb8' },
    anonymous: { tint: '#513d11', line: '#e69f00' },
    unnamed: { tint: '#4c2811', line: '#d55e00' },
    none: { tint: '#493146', line: '#cc79a7' },
  },
};

/** As variables of a style sheet: `--r-tint: #b8e4d8; --r-line: #008c66; …`. */
export function colourVariables(scheme: 'light' | 'dark'): string {
  const of = (sourceClass: SourceClass) => {
    const [key, { tint, line }] = [toClassKey(sourceClass), CLASS_COLOURS[scheme][sourceClass]];
    return `--${key}-tint: ${tint}; --${key}-line: ${line};`;
  };
  return SOURCE_CLASSES.map(of).join(' ');
}
