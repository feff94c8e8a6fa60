import { MenuButton } from '@/components/ui/menu-button';

const loadItems = () => import('./export-items');

export function ExportMenu(given: { userId: string; articleId: string; claims: number }) {
  return (
    <MenuButton
      load={loadItems}
      given={given}
      trigger={
        <button type="button" className="btn quiet export-button">
          Export
        </button>
      }
    />
  );
}
