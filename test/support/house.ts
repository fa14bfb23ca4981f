// A house of small interviews, quick to build, in a folder of its own.

import fs from 'node:fs';
import path from 'node:path';
import { scratch } from './wenda.ts';

/** A scratch folder whose content/ holds `interviews` by slug, to be made in these locales. */
export function houseOf(
  interviews: Readonly<Record<string, string>>,
  locales: readonly string[] = ['zh-TW', 'zh-CN'],
): string {
  const folder = scratch();
  fs.mkdirSync(path.join(folder, 'content'));
  fs.writeFileSync(path.join(folder, 'content/press.yaml'), `locales: [${locales.join(', ')}]\n`);
  for (const [slug, text] of Object.entries(interviews)) writeInterview(folder, slug, text);
  return folder;
}

export function writeInterview(house: string, slug: string, text: string): void {
  const file = path.join(house, 'content', slug, 'interview.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** As many questions as there are answers. */
export function smallInterview(title: string, answers: readonly string[]): string {
  const exchanges = answers.map(
    (answer, index) =>
      `### 第${index + 1}問該怎麼看？\n\n> 結論${index + 1}\n\n- 要點${index + 1}\n\n${answer}\n`,
  );
  return `---\ntitle: ${title}\ninterviewer: 記者\ninterviewee: 王仲遠\n---\n\n## 一節\n\n${exchanges.join('\n')}`;
}
