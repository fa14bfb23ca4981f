// Marp Markdown to marp-cli's HTML player, one page with presenter view, notes and touch; and to PDF, by the browser that
// marp-cli finds. Owns @marp-team/marp-cli.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

/**
 * The HTML player of a deck. No browser, no network; same Markdown, same bytes. Warnings of marp-cli come back as
 * diagnostics, and so does its refusal to convert.
 */
export function present(markdown: string): Promise<Result<string>> {
  return inTurn(async () => {
    const { bytes, warnings } = await convert(markdown, 'deck.html', []);
    return success(new TextDecoder().decode(bytes), warnings);
  }, refused);
}

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

/** Emoji pictures and formulas would be fetched from the network, and heading ids would carry our line breaks. */
const OPTIONS = { emoji: { shortcode: false, unicode: false }, math: false, slug: false };

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
    const { ENGINE: engine } = await import('./marp-engine.ts');
    await fs.writeFile(config, JSON.stringify({ engine, lang: 'zh', options: OPTIONS }));
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
