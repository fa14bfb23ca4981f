// Marp Markdown to marp-cli's HTML player: one page with presenter view, notes and touch. Owns @marp-team/marp-cli.

import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

/**
 * The HTML player of a deck. No browser, no network; same Markdown, same bytes. Warnings of marp-cli come back as
 * diagnostics, and so does its refusal to convert.
 */
export function present(markdown: string): Promise<Result<string>> {
  const result = previous.then(() => convert(markdown)).catch(refused);
  previous = result;
  return result;
}

/** marp-cli speaks to the one console there is, so decks are converted one after another. */
let previous: Promise<unknown> = Promise.resolve();

function refused(error: unknown): Result<string> {
  return failure({
    code: 'deck/marp',
    severity: 'error',
    message: `Marp could not convert the deck: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Correct templates/<theme>/deck*, or run npm ci again where a package is damaged.',
  });
}

/** Emoji pictures and formulas would be fetched from the network, and heading ids would carry our line breaks. */
const OPTIONS = { emoji: { shortcode: false, unicode: false }, math: false, slug: false };

async function convert(markdown: string): Promise<Result<string>> {
  const messages: string[] = [];
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'wenda-deck-'));
  const [config, input, output] = ['marp.json', 'deck.md', 'deck.html'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  try {
    // Named by its path, or marp-cli would take another one standing in the working directory.
    const engine = createRequire(import.meta.url).resolve('@marp-team/marp-core');
    await fs.writeFile(config, JSON.stringify({ engine, lang: 'zh', options: OPTIONS }));
    await fs.writeFile(input, markdown);
    const { marpCli } = await import('@marp-team/marp-cli');
    await listening(messages, () => marpCli(['--config', config, '--output', output, input]));
    return success(await fs.readFile(output, 'utf8'), messages.map(warning));
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
