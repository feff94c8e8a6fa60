import { MenuButton } from '@/components/ui/menu-button';

const loadItems = () => import('./export-items');

export function ExportMenu({ articleId }: { articleId: string }) {
  return (
    <MenuButton
      load={loadItems}
      given={{ articleId }}
      trigger={
        <button type="button" className="btn quiet export-button">
          Export
        </button>
      }
    />
  );
}
