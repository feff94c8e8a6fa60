import { ATTRIBUTION } from './attribution';
import { CLAIMS } from './claims';
import { COUNTS } from './counts';
import { FLAG_DEFINITIONS, TYPE_DEFINITIONS } from './definitions';
import { LAYOUT } from './layout';
import { PROVENANCE } from './provenance';
import { PUBLISHED } from './published';
import { REPORT } from './report';

/** The frame in English, which says which messages a language has. */
export const ENGLISH = {
  language: 'en',
  regional: 'en-GB',
  direction: 'ltr',
  counts: COUNTS,
  attribution: ATTRIBUTION,
  claims: CLAIMS,
  definitions: { types: TYPE_DEFINITIONS, flags: FLAG_DEFINITIONS },
  provenance: PROVENANCE,
  report: REPORT,
  layout: LAYOUT,
  published: PUBLISHED,
} as const;
