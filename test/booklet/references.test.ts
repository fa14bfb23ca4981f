import { describe, expect, it } from 'vitest';
import { pageReferences, partsByPage } from '../../scripts/booklet/references.ts';

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

describe('the parts on a page', () => {
  const from = (part: string, number: number, page: number) => ({ part, number, page });
  const metadata = [
    from('section', 1, 3),
    from('exchange', 1, 4),
    from('end-of-exchange', 1, 4),
    from('exchange', 2, 4),
    from('end-of-exchange', 2, 6),
    from('section', 2, 8),
    from('exchange', 3, 9),
    from('end-of-exchange', 3, 9),
  ];

  it('are those that begin, go on or end there; a page of none belongs to what stands before it', () => {
    expect(partsByPage(metadata, 12)).toEqual([
      ['opening'],
      ['opening'],
      ['section-1'],
      ['question-1', 'question-2'],
      ['question-2'],
      ['question-2'],
      ['question-2'],
      ['section-2'],
      ['question-3'],
      ['closing'],
      ['closing'],
      ['closing'],
    ]);
  });

  it('end where they begin in a theme that does not say where they end', () => {
    const beginnings = metadata.filter(({ part }) => part !== 'end-of-exchange');
    expect(partsByPage(beginnings, 5)).toEqual([
      ['opening'],
      ['opening'],
      ['section-1'],
      ['question-1', 'question-2'],
      ['question-2'],
    ]);
  });
});
