// A preview of a small interview, in an installation of its own, and a browser that looks at it.

import fs from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { BuildReport } from '../../scripts/commands/preview-build.ts';
import { startPreview } from '../../scripts/commands/preview-session.ts';
import { layInstallation } from './installation.ts';

const ANSWER =
  '我一點都不驚訝。從研究者的角度看，大模型解決了理解、推理和常識的問題，比大小不是它的長處，這不妨礙它持續進化。';

/** An interview of three questions in two sections: 11 slides. */
export const MANUSCRIPT = `---
title: 大模型遠沒有到泡沫臨界點
interviewer: 北京商報
interviewee: 王仲遠
pull-quotes: own
---

導言說的是這次訪談。

## 難題｜比大小

### 大模型比錯了大小，您怎麼看？

> 比大小難倒大模型不奇怪

- 比錯大小不妨礙進化

${ANSWER}

### 這說明了什麼？

> 進化遠沒有到頭

- 大模型還在進化

${ANSWER}

## 市場｜價格戰

### 您怎麼看價格戰？

> 價格戰別傷研發投入

- 價格戰分散資源

${ANSWER}
`;

export interface Bench {
  readonly url: string;
  readonly folder: string;
  readonly builds: readonly BuildReport[];
  /** Settles when so many builds are done. */
  readonly built: (count: number) => Promise<void>;
  /** Writes a file below the folder. */
  readonly save: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
  /** Templates as a designer may change them. */
  readonly templates: string;
  readonly close: () => Promise<void>;
}

/** Starts a preview in `folder` of its own manuscript, for Taiwan alone. */
export async function startBench(folder: string): Promise<Bench> {
  const root = path.join(folder, 'installation');
  fs.mkdirSync(root);
  layInstallation(root);
  const save = (name: string, text: string): void => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  save('content/press.yaml', 'locales: [zh-TW]\n');
  save('content/talk/interview.md', MANUSCRIPT);
  const builds: BuildReport[] = [];
  const waiting = new Set<() => void>();
  const session = await startPreview(
    {
      installation: { root, version: '0.0.0' },
      contentFolder: path.join(folder, 'content'),
      outFolder: path.join(folder, 'dist'),
      isJson: false,
      progress: { step: () => undefined, end: () => undefined },
    },
    {
      port: 0,
      slugs: [],
      onBuilt: (report) => {
        builds.push(report);
        for (const wake of waiting) wake();
      },
    },
  );
  if (!session.ok) throw new Error(session.diagnostics[0]?.message);
  return {
    url: session.value.url,
    folder,
    builds,
    built: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (builds.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    save,
    remove: (name) => fs.rmSync(path.join(folder, name), { recursive: true }),
    templates: path.join(root, 'templates'),
    close: session.value.close,
  };
}

/** The frame that the open deck is in, and no other: while a newer one is made ready there are two. */
export function deckFrame(page: Page): Frame | undefined {
  const frames = page.frames().filter((frame) => frame.url().includes('/deck.html'));
  return frames.length === 1 ? frames[0] : undefined;
}
