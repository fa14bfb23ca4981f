import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, wenda, workspace } from '../support/wenda.ts';

describe('wenda check --proof', () => {
  it('reads the booklets back, and tells of a breach with page and line', { timeout: 240_000 }, () => {
    const cwd = workspace();
    const { code, stdout, stderr } = wenda(['check', '--proof'], cwd);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'wang-zhongyuan checked: 0 errors, 0 warnings, 2 notes\n',
    });
    for (const locale of ['zh-TW', 'zh-CN'])
      expect(stderr).toMatch(
        new RegExp(`note proof/read: ${locale} booklet: \\d+ pages read back; .*: none; .*: none\\n`),
      );
  });
});

describe('wenda check', () => {
  const cwd = workspace();
  const before = filesBelow(cwd);

  it('finds nothing wrong with the first interview, and writes nothing', () => {
    expect(wenda(['check'], cwd)).toMatchObject({
      code: 0,
      stdout: 'wang-zhongyuan checked: 0 errors, 0 warnings\n',
    });
    expect(filesBelow(cwd)).toEqual(before);
  });

  it.each([
    ['press.yaml', 'locale: [zh-TW]\n', /press\.yaml:1:1: error \S+: .*locale.*\n.*locales/],
    ['press.yaml', 'locales: [zh-XX]\n', /press\.yaml:1:\d+: error/],
    ['press.yaml', 'theme: nowhere\n', /error \S+: .*nowhere/],
    ['glossary.yaml', 'protect: 3\n', /glossary\.yaml:1:\d+: error/],
    ['wang-zhongyuan/interview.md', '---\ntitle: 題\n---\n\n## 節\n', /interview\.md:5:\d+: error/],
    [
      'wang-zhongyuan/interview.md',
      '---\ntitle: 題\n---\n\n## 節\n\n### 問？\n\n答\u{1F600}。\n',
      /interview\.md.*error[\s\S]*1F600/,
    ],
  ])('%s: %j', (file, text, message) => {
    const target = path.join(cwd, 'content', file);
    const good = fs.readFileSync(target);
    fs.writeFileSync(target, text);
    const { code, stderr } = wenda(['check'], cwd);
    fs.writeFileSync(target, good);
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
  });

  it('prints one JSON object and nothing else there', () => {
    fs.writeFileSync(path.join(cwd, 'content/press.yaml'), 'locales: [zh-TW]\n');
    const { code, stdout } = wenda(['check', '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [],
      report: { errors: 0, warnings: 0, interviews: ['wang-zhongyuan'] },
    });
  });
});
