// Programs of the machine that witness what was made: present, or the tests that need them are skipped by name.

import { execFileSync } from 'node:child_process';
import { describe } from 'vitest';

export type Tool = 'chromium' | 'qpdf' | 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftoppm' | 'gs' | 'soffice';

/** `describe` where every tool is installed; else skipped by name, or failed when WENDA_REQUIRE_TOOLS is set. */
export function describeWith(tools: readonly Tool[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => pathOf(tool) === undefined);
  if (missing.length === 0) {
    describe(name, body);
  } else if (process.env['WENDA_REQUIRE_TOOLS']) {
    throw new Error(`${name} needs ${missing.join(', ')}`);
  } else {
    describe.skip(`${name} (needs ${missing.join(', ')})`, body);
  }
}

/** Runs a tool and gives its standard output; throws with its messages when it fails. */
export function run(tool: Tool, args: readonly string[]): string {
  return execFileSync(requirePath(tool), args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export function requirePath(tool: Tool): string {
  const path = pathOf(tool);
  if (path === undefined) throw new Error(`${tool} is not installed`);
  return path;
}

const found = new Map<Tool, string | undefined>();

function pathOf(tool: Tool): string | undefined {
  if (!found.has(tool))
    found.set(
      tool,
      CANDIDATES[tool].map(which).find((path) => path !== undefined),
    );
  return found.get(tool);
}

const CANDIDATES: Readonly<Record<Tool, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  qpdf: ['qpdf'],
  pdftotext: ['pdftotext'],
  pdffonts: ['pdffonts'],
  pdfinfo: ['pdfinfo'],
  pdftoppm: ['pdftoppm'],
  gs: ['gs'],
  soffice: ['soffice', 'libreoffice'],
};

function which(name: string): string | undefined {
  try {
    const finder = process.platform === 'win32' ? 'where' : 'which';
    return execFileSync(finder, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      '\n',
    )[0];
  } catch {
    return undefined;
  }
}
