import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docx } from '../support/docx.ts';
import { encodeLegacy } from '../support/encode.ts';
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
    expect(fs.readFileSync(path.join(folder, 'interview.1.md'), 'utf8')).toBe(edited);
    fs.writeFileSync(manuscript, edited);
    expect(wenda(['import', '專訪.txt', '--slug', 'wang', '--force'], cwd).stdout).toContain(
      'interview.2.md',
    );
  });

  it('keeps a Word document as it came, with the text that the account is of', () => {
    const bytes = docx([{ text: '標題', style: 'Title' }, { text: '問：好嗎？' }, { text: '答：後来好。' }]);
    fs.writeFileSync(path.join(cwd, 'a.docx'), bytes);
    const { code, stdout } = wenda(['import', 'a.docx', '--slug', 'word', '--report'], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('Word document');
    const made = path.join(cwd, 'content/word');
    expect(fs.readdirSync(made).sort()).toEqual([
      'extracted.txt',
      'import-report.md',
      'interview.md',
      'transcript.docx',
    ]);
    expect(new Uint8Array(fs.readFileSync(path.join(made, 'transcript.docx')))).toEqual(bytes);
    expect(fs.readFileSync(path.join(made, 'extracted.txt'), 'utf8')).toBe(
      '# 標題\n問：好嗎？\n答：後来好。',
    );
    const account = fs.readFileSync(path.join(made, 'import-report.md'), 'utf8');
    expect(account).toContain('| 3:4 | character | `"来"` | `"來"` |');
    expect(account).toMatch(/^ {2}\d+ characters in = \d+ kept \+ \d+ removed/m);
  });

  it('reads in the encoding and with the speakers that are given', () => {
    fs.writeFileSync(
      path.join(cwd, 'big5.txt'),
      encodeLegacy('標題\n甲：好。\n乙：好。\n甲：真。\n乙：真。', 'big5'),
    );
    const args = ['import', 'big5.txt', '--slug', 'given', '--encoding', 'Big5'];
    expect(wenda(args, cwd).code).toBe(1);
    const { code, stdout } = wenda([...args, '--interviewer', '甲', '--interviewee', '乙', '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      report: { encoding: 'big5', asking: [{ name: '甲', turns: 2 }], answering: [{ name: '乙', turns: 2 }] },
    });
    expect(wenda(['import', 'big5.txt', '--slug', 'latin', '--encoding', 'latin1'], cwd)).toMatchObject({
      code: 2,
    });
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
    ['questions.txt', Buffer.from('標題\n問：好嗎？\n問：真的嗎？\n')],
    ['cut.docx', docx([{ text: '問：好嗎？' }, { text: '答：好。' }]).subarray(0, 700)],
    ['bytes.txt', Buffer.from([...Buffer.from('問：好嗎？\n答：好'), 0xff, 0xfe])],
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
