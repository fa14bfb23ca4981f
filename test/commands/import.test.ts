import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, scratch, wenda } from '../support/wenda.ts';

const TRANSCRIPT = path.resolve(import.meta.dirname, '../../content/wang-zhongyuan/transcript.txt');

describe('wenda import', () => {
  const cwd = scratch();
  const folder = path.join(cwd, 'content/wang');
  fs.copyFileSync(TRANSCRIPT, path.join(cwd, '專訪.txt'));

  it('writes a manuscript that builds, and the raw file beside it, byte for byte', () => {
    const { code, stdout } = wenda(['import', '專訪.txt', '--slug', 'wang'], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('189');
    expect(fs.readFileSync(path.join(folder, 'transcript.txt'))).toEqual(fs.readFileSync(TRANSCRIPT));
    const manuscript = fs.readFileSync(path.join(folder, 'interview.md'), 'utf8');
    expect(manuscript.match(/^## /gm)).toHaveLength(4);
    expect(manuscript.match(/^### /gm)).toHaveLength(11);
    expect(manuscript).toContain('## 百模大戰｜證明我們的市場化不錯\n');
    expect(wenda(['check'], cwd).code).toBe(0);
  });

  it('leaves an edited manuscript alone, unless told otherwise', () => {
    const manuscript = path.join(folder, 'interview.md');
    const edited = fs.readFileSync(manuscript, 'utf8').replace('大模型遠沒有', '大模型還遠沒有');
    fs.writeFileSync(manuscript, edited);
    const { code, stderr } = wenda(['import', '專訪.txt', '--slug', 'wang'], cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^content\/wang\/interview\.md: error \S+: /m);
    expect(stderr).toContain('--force');
    expect(fs.readFileSync(manuscript, 'utf8')).toBe(edited);
    expect(wenda(['import', '專訪.txt', '--slug', 'wang', '--force'], cwd).code).toBe(0);
    expect(fs.readFileSync(manuscript, 'utf8')).not.toBe(edited);
  });

  it('takes the name of the file where no slug is given', () => {
    expect(wenda(['import', '專訪.txt'], cwd).code).toBe(0);
    expect(fs.existsSync(path.join(cwd, 'content/專訪/interview.md'))).toBe(true);
  });

  it('prints one JSON object with the report and nothing else there', () => {
    const { stdout } = wenda(['import', '專訪.txt', '--slug', 'json', '--json'], cwd);
    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual(['artifacts', 'diagnostics', 'report']);
  });

  it.each([
    ['missing.txt', undefined],
    ['empty.txt', Buffer.alloc(0)],
    ['binary.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['prose.txt', Buffer.from('今天天氣很好。\n')],
  ])('%s gives one diagnostic and writes nothing', (file, bytes) => {
    if (bytes) fs.writeFileSync(path.join(cwd, file), bytes);
    const before = filesBelow(cwd);
    const { code, stderr } = wenda(['import', file, '--slug', 'bad'], cwd);
    expect(code).toBe(1);
    expect(stderr.match(/ error \S+: /g)).toHaveLength(1);
    expect(stderr).toContain(file);
    expect(stderr).toContain('→');
    expect(filesBelow(cwd)).toEqual(before);
  });
});
