import { describe, expect, it } from 'vitest';
import { pageReferences } from '../../scripts/booklet/references.ts';

describe('page references', () => {
  it('are the folios of the parts, by number', () => {
    const metadata = [
      { part: 'exchange', number: 2, page: 8 },
      { part: 'section', number: 1, page: 6 },
      { part: 'exchange', number: 1, page: 7 },
    ];
    expect(pageReferences(metadata)).toEqual({ sections: [6], exchanges: [7, 8] });
  });

  it('pass over what a template left there besides', () => {
    const metadata = [
      null,
      'x',
      3,
      { part: 'cover', number: 1, page: 1 },
      { part: 'section', number: 1 },
      [],
    ];
    expect(pageReferences(metadata)).toEqual({ sections: [], exchanges: [] });
  });
});
