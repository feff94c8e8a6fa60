import { usePart } from '@/components/ui/use-part';
import { loadTools } from './load-tools';
import { useView } from './session/session-context';

/** What opens over the page now and then. */
export function RarerTools() {
  const { applying, keySheet, tool } = useView();
  const tools = usePart(loadTools, applying !== null || keySheet || tool?.kind === 'quote');
  return tools === null ? null : (
    <>
      <tools.ApplyChain />
      <tools.AnnotateKeys />
      <tools.QuoteIt />
    </>
  );
}
