import { MenuButton } from '@/components/ui/menu-button';

const loadItems = () => import('./export-items');

export function ExportMenu({ articleId, claims }: { articleId: string; claims: number }) {
  return (
    <MenuButton
      load={loadItems}
      given={{ articleId, claims }}
      trigger={
        <button type="button" className="btn quiet export-button">
          Export
        </button>
      }
    />
  );
}
