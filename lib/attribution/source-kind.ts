import type { SourceKind } from '@/lib/sources/source';
import type { SourceType } from './source-type';

/** The kind a source gets when it is first named under this type; null where the type names no source. */
export function kindForSourceType(type: SourceType): SourceKind | null {
  switch (type) {
    case 'named_person':
      return 'person';
    case 'named_organization':
      return 'organization';
    case 'news_organization':
      return 'news_organization';
    case 'document':
      return 'document';
    case 'anonymous_source':
    case 'unspecified_source':
    case 'unnamed_person':
    case 'unnamed_group':
      return 'unnamed';
    case 'author':
    case 'impersonal':
    case 'unresolved':
      return null;
  }
}
