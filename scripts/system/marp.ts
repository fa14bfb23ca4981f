// Marp Markdown to marp-cli's HTML player, one page with presenter view, notes and touch; and to PDF, by the browser that
// marp-cli finds. Owns @marp-team/marp-cli.

import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { readJson, writeIfPossible } from './files.ts';
import type { Engine } from './marp-engine.ts';
import { fill, type Page, pageAround } from './marp-page.ts';
import { readStyles, type Styles } from './marp-styles.ts';

/** Makes the HTML player of decks. */
export type Present = (markdown: string) => Promise<Result<string>>;

/**
 * The HTML player of a deck. No browser, no network; same Markdown, same bytes. Warnings of marp-cli come back as
 * diagnostics, and so does its refusal to convert. What marp-cli makes around the slides of every deck is kept in the
 * folder `kept`, which is there for one state of the sources and packages.
 */
export function createPresent(kept?: string): Present {
  let making: Promise<Presenter> | undefined;
  return (markdown) =>
    inTurn(async () => {
      making ??= createPresenter(kept);
      const { engine, page, styles } = await making.catch((error: unknown) => {
        making = undefined;
        throw error;
      });
      const shown = page && engine(markdown);
      await styles.save();
      if (page && shown) return success(fill(page, shown));
      const { bytes, warnings } = await convert(markdown, 'deck.html', []);
      return success(new TextDecoder().decode(bytes), warnings);
    }, refused);
}

interface Presenter {
  readonly engine: Engine;
  readonly styles: Styles;
  /** Undefined where marp-cli makes another page than ours is filled to: it then makes every page itself. */
  readonly page: Page | undefined;
}

async function createPresenter(kept: string | undefined): Promise<Presenter> {
  const { createEngine } = await import('./marp-engine.ts');
  const styles = await readStyles(kept);
  const engine = createEngine(styles);
  return { engine, styles, page: await pageOnce(kept, engine) };
}

async function pageOnce(kept: string | undefined, engine: Engine): Promise<Page | undefined> {
  const file = kept && path.join(kept, 'marp-page.json');
  const known = file && (await readJson(file));
  if (Array.isArray(known)) return known as Page;
  const { bytes } = await convert(PROBE, 'deck.html', []);
  const shown = engine(PROBE);
  const page = shown && pageAround(new TextDecoder().decode(bytes), shown);
  if (file && page) await writeIfPossible(file, JSON.stringify(page));
  return page;
}

/** A deck with everything in it that the page is filled with. */
const PROBE = `---
marp: true
lang: zh-x-probe
title: "the title of a deck"
---

# One

<!-- The first note. -->

---

# Two

<!-- The second. -->

<!-- And its second part. -->
`;

/**
 * The slides of a deck as the pages of a PDF. marp-cli starts the browser with a profile of its own, as root too, and
 * ends it where it does not answer. Warning without a value where the machine has none: `deck/no-browser`.
 */
export function print(markdown: string): Promise<Result<Uint8Array | undefined>> {
  return inTurn(async () => {
    const { bytes, warnings } = await convert(markdown, 'deck.pdf', ['--browser-timeout', '120s']);
    return success(bytes, warnings);
  }, unprinted);
}

function inTurn<T>(
  work: () => Promise<Result<T>>,
  failed: (error: unknown) => Result<T>,
): Promise<Result<T>> {
  const result = previous.then(work).catch(failed);
  previous = result;
  return result;
}

/** marp-cli speaks to the one console there is, so decks are converted one after another. */
let previous: Promise<unknown> = Promise.resolve();

function refused(error: unknown): Result<never> {
  return failure({
    code: 'deck/marp',
    severity: 'error',
    message: `Marp could not convert the deck: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Correct templates/<theme>/deck*, or run npm ci again where a package is damaged.',
  });
}

/** As marp-cli's CLIErrorCode has it: none found, and one that a snap package keeps to itself. */
const NO_BROWSER: readonly unknown[] = [2, 4];

function unprinted(error: unknown): Result<undefined> {
  const code = error instanceof Error && 'errorCode' in error ? error.errorCode : undefined;
  if (!NO_BROWSER.includes(code)) return refused(error);
  return success(undefined, [
    {
      code: 'deck/no-browser',
      severity: 'warning',
      message: 'deck.pdf was not made: it is printed by a browser, and none was found on this machine',
      hint: 'Install Chrome, Edge, Chromium or Firefox, or name one in CHROME_PATH. The rest of the build needs none.',
    },
  ]);
}

interface Converted {
  readonly bytes: Uint8Array;
  readonly warnings: readonly Diagnostic[];
}

async function convert(markdown: string, result: string, more: readonly string[]): Promise<Converted> {
  const messages: string[] = [];
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'wenda-deck-'));
  const [config, input, output] = ['marp.json', 'deck.md', result].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    // Named by its path, or marp-cli would take another one standing in the working directory.
    const engine = createRequire(import.meta.url).resolve('@marp-team/marp-core');
    const { LANGUAGE: lang, OPTIONS: options } = await import('./marp-engine.ts');
    await fs.writeFile(config, JSON.stringify({ engine, lang, options }));
    await fs.writeFile(input, markdown);
    const { marpCli } = await import('@marp-team/marp-cli');
    await listening(messages, () => marpCli(['--config', config, ...more, '--output', output, input]));
    return { bytes: new Uint8Array(await fs.readFile(output)), warnings: messages.map(warning) };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work`, keeping marp-cli's progress lines from the terminal and its warnings for us: it has no quiet mode. */
async function listening(messages: string[], work: () => Promise<number>): Promise<void> {
  const { warn } = console;
  console.warn = (...parts: unknown[]) => {
    const level = /\[ {2}(INFO|WARN) \]/.exec(String(parts[0]));
    if (!level) warn.apply(console, parts);
    else if (level[1] === 'WARN') messages.push(String(parts[0]));
  };
  try {
    await work();
  } finally {
    console.warn = warn;
  }
}

function warning(line: string): Diagnostic {
  return {
    code: 'deck/marp',
    severity: 'warning',
    message: line.replace(/^.*\[ {2}WARN \]\S*\s*/u, ''),
    hint: 'Look at deck.html before showing it.',
  };
}
