export const loadTools = () => import('./page-tools');
