// The forms that a decision may need, and with them what checks their fields: loaded apart from the page (claim-detail.tsx).
export { BulkReasonForm } from './bulk-reason-form';
export { FixButtons, FixForm } from './fix/fix-form';
export { ReasonForm } from './reason-form';
