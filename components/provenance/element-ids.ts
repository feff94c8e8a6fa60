/** The heading of the list of claims: it takes the focus when another list opens. */
export const PANEL_HEADING = 'claims-heading';

/** The button that begins a new origin group. */
export const NEW_GROUP = 'new-origin-group';

/** The button that edits an origin group. */
export const editGroupId = (groupId: string) => `edit-${groupId}`;
