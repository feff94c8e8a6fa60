import { describe, expect, it } from 'vitest';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import {
  SOURCE_CLASS_FACTS,
  SOURCE_CLASSES,
  SOURCE_TYPE_FACTS,
  SOURCE_TYPES,
  toSourceClass,
  typesOfClass,
} from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { SOURCE_KINDS } from '@/lib/sources/source';

/** PRODUCT's table of source types, in its order. */
const CLASSES = {
  record: ['named_person', 'named_organization'],
  relay: ['news_organization'],
  document: ['document'],
  anonymous: ['anonymous_source', 'unspecified_source'],
  unnamed: ['unnamed_person', 'unnamed_group'],
  none: ['author', 'impersonal', 'unresolved'],
};

describe('source types', () => {
  it('are the eleven of the product, in its six classes', () => {
    expect(Object.fromEntries(SOURCE_CLASSES.map((name) => [name, typesOfClass(name)]))).toEqual(CLASSES);
    expect([...SOURCE_TYPES].sort()).toEqual(Object.values(CLASSES).flat().sort());
  });

  it('have facts each, in the order of the tuple', () => {
    expect(Object.keys(SOURCE_TYPE_FACTS)).toEqual([...SOURCE_TYPES]);
  });

  it('have a key, a label and a short form that no other has', () => {
    for (const field of ['key', 'label', 'definition', 'example'] as const) {
      const values = SOURCE_TYPES.map((type) => ({ ...SOURCE_TYPE_FACTS[type], ...SOURCE_TYPE_DEFINITIONS[type] })[field]);
      expect(new Set(values).size, field).toBe(SOURCE_TYPES.length);
      for (const value of values) expect(value.trim()).not.toBe('');
    }
    for (const sourceClass of SOURCE_CLASSES) {
      const shorts = typesOfClass(sourceClass).map((type) => SOURCE_TYPE_FACTS[type].short);
      expect(new Set(shorts).size, sourceClass).toBe(shorts.length);
    }
  });

  it('are picked by the keys 1 to 9, 0 and -, in the order of the number row', () => {
    expect(SOURCE_TYPES.map((type) => SOURCE_TYPE_FACTS[type].key).join('')).toBe('1234567890-');
  });

  it('share no key with the confidences, which are picked in the same form', () => {
    const keys = [
      ...SOURCE_TYPES.map((type) => SOURCE_TYPE_FACTS[type].key),
      ...CONFIDENCES.map((confidence) => CONFIDENCE_FACTS[confidence].key),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of the class “No source” take no source, and all others can have one', () => {
    for (const type of SOURCE_TYPES) {
      expect(SOURCE_TYPE_FACTS[type].source === 'none', type).toBe(toSourceClass(type) === 'none');
    }
  });

  it('give a kind to a source named under them exactly where they take a source', () => {
    for (const type of SOURCE_TYPES) {
      const kind = kindForSourceType(type);
      if (SOURCE_TYPE_FACTS[type].source === 'none') expect(kind, type).toBeNull();
      else expect(SOURCE_KINDS, type).toContain(kind);
    }
    const used = SOURCE_TYPES.map(kindForSourceType).filter((kind) => kind !== null);
    expect([...new Set(used)].sort()).toEqual([...SOURCE_KINDS].sort());
  });
});

describe('source classes', () => {
  it('have facts each and a letter that no other has', () => {
    expect(Object.keys(SOURCE_CLASS_FACTS)).toEqual([...SOURCE_CLASSES]);
    expect(SOURCE_CLASSES.map((name) => SOURCE_CLASS_FACTS[name].letter).join('')).toBe('RNDAU0');
  });

  it('are six at most, since more cannot be told apart', () => {
    expect(SOURCE_CLASSES.length).toBeLessThanOrEqual(6);
  });
});

describe('closed sets', () => {
  it('have a label for every member and for nothing else', () => {
    expect(Object.keys(CLAIM_STATE_LABELS)).toEqual([...CLAIM_STATES]);
    expect(Object.keys(CONFIDENCE_FACTS)).toEqual([...CONFIDENCES]);
    expect(CONFIDENCES.map((confidence) => CONFIDENCE_FACTS[confidence].pips)).toEqual([1, 2, 3]);
  });

  it('repeat no member', () => {
    for (const set of [CLAIM_STATES, CONFIDENCES, SOURCE_CLASSES, SOURCE_KINDS, SOURCE_TYPES])
      expect(new Set<string>(set).size).toBe(set.length);
  });
});
