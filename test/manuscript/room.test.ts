import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../scripts/manuscript/read.ts';

const BODY = '\n## 節\n\n### 問？\n\n答話。\n';

function faultsOf(head: string, body = BODY): readonly string[] {
  return readManuscript(`---\n${head}---\n${body}`, 'i.md').diagnostics.map(
    ({ place, severity, code, message }) =>
      `${place?.line}:${place?.column} ${severity} ${code.replace('manuscript/', '')} ${message.split(': ').at(-1)}`,
  );
}

describe('front matter', () => {
  it.each([
    ['title', 48, 'title: {}\n', '2:8'],
    ['subtitle', 48, 'title: 題\nsubtitle: {}\n', '3:11'],
    ['blurb', 400, 'title: 題\nblurb: {}\n', '3:8'],
    ['name', 16, 'title: 題\ninterviewee: {}\n', '2:8'],
    ['office', 32, 'title: 題\ninterviewee:\n  name: 名\n  role: {}\n', '2:8'],
  ])('that is longer than its place is a warning: %s of more than %d', (_, room, head, place) => {
    expect(faultsOf(head.replace('{}', '題'.repeat(room)))).toEqual([]);
    expect(faultsOf(head.replace('{}', '題'.repeat(room + 1)))).toEqual([
      `${place} warning crowded ${room + 1 > 20 ? `${'題'.repeat(19)}…` : '題'.repeat(room + 1)}`,
    ]);
  });

  it('with a quote or closing words too long for a page is a warning, though they were said', () => {
    const said = '話'.repeat(81);
    const head = `title: 題\nclosing: ${said}\nquotes:\n  - ${said}\n`;
    expect(
      faultsOf(head, `\n## 節\n\n### 問？\n\n${said}\n`).map((fault) => fault.split(' ').slice(0, 3)),
    ).toEqual([
      ['3:10', 'warning', 'crowded'],
      ['5:5', 'warning', 'crowded'],
    ]);
  });
});

describe('an invisible character', () => {
  it.each([
    ['\ufeff', 'U+FEFF'],
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u2028', 'U+2028'],
    ['\u0007', 'U+0007'],
    ['\u0085', 'U+0085'],
  ])('%j is an error at its first place', (character, name) => {
    const body = BODY.replace('答話', `答${character}話${character}`);
    expect(faultsOf('title: 題\n', body)).toContain(`9:2 error invisible ${name}`);
  });

  it('at the start of the file is the mark of its encoding', () => {
    expect(readManuscript(`\ufeff---\ntitle: 題\n---\n${BODY}`, 'i.md').diagnostics).toEqual([]);
  });
});
