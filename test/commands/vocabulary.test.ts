import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { wenda, workspace } from '../support/wenda.ts';

it('a build with local words lists each wording it changed, and the glossary takes one back', () => {
  const cwd = workspace();
  fs.writeFileSync(path.join(cwd, 'content/press.yaml'), 'locales: [zh-TW]\nvocabulary: {zh-TW: local}\n');
  const { code, stdout, stderr } = wenda(['check'], cwd);
  expect(stderr).toMatch(
    /interview\.md:\d+:\d+: note edition\/changed-wording: 軟件 is worded 軟體 .*2 times/,
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'wang-zhongyuan checked: 0 errors, 0 warnings, 3 notes\n',
  });
  const glossary = path.join(cwd, 'content/glossary.yaml');
  fs.writeFileSync(glossary, fs.readFileSync(glossary, 'utf8').replace('protect:\n', 'protect:\n  - 軟件\n'));
  const after = wenda(['check'], cwd).stderr;
  expect(after).not.toContain('軟件');
  expect(after).toContain('硬件 is worded 硬體');
});
