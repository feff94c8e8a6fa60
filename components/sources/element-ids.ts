export const REGISTRY_ID = 'registry';
export const FIND_ID = 'find-source';
export const CLAIMS_ID = 'claims';
