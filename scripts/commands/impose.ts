// wenda impose: any PDF of single pages on sheets, or made ready for a print shop.

import path from 'node:path';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { mm } from '../model/length.ts';
import { type Artifact, PRINT_PRODUCTS } from '../model/product.ts';
import type { Settings } from '../model/settings.ts';
import { readHouse } from '../pipeline.ts';
import { imposeAny } from '../print.ts';
import { startStopwatch } from '../system/clock.ts';
import { isSystemError, reasonOf, writeWhole } from '../system/files.ts';
import { createWorld } from '../system/world.ts';
import type { Arguments } from './arguments.ts';
import { type CommandFunction, reportDiagnostics, reportResult, shownPath } from './context.ts';
import { readPdfSource } from './source.ts';
import { IMPOSE_KEYS } from './table.ts';
import { buildTable, type WrittenArtifact } from './table-of-products.ts';

const PRODUCTS = ['duplex', ...PRINT_PRODUCTS] as const;

export const imposeCommand: CommandFunction = async (options, context) => {
  const only = options.values('only');
  const wrong = only.find((value) => !PRODUCTS.some((product) => product === value));
  if (wrong !== undefined)
    return { kind: 'misuse', message: `there is no product ${wrong}, only ${PRODUCTS.join(', ')}` };
  const cut = Number(options.value('cut') ?? 0);
  if (!(cut >= 0 && cut <= 50))
    return { kind: 'misuse', message: '--cut is a number of millimetres, such as 3' };
  const given = settingsGiven(options);
  if (!given.ok) return { kind: 'misuse', message: given.diagnostics[0]?.message ?? '' };

  const file = options.positionals[0] ?? '';
  const stopwatch = startStopwatch();
  const source = await readPdfSource(file, context);
  const made: Result<readonly Artifact[]> = source.ok
    ? await imposeAny({
        pdf: source.value.bytes,
        name: path.parse(file).name,
        products: only.length > 0 ? PRODUCTS.filter((product) => only.includes(product)) : ['duplex'],
        settings: given.value(source.value.settings),
        cut: mm(cut),
        world: createWorld(context.installation),
      })
    : source;
  const written = made.ok
    ? await write(made.value, context.outFolder, stopwatch.lap())
    : { artifacts: [], diagnostics: [] };
  const diagnostics = [...made.diagnostics, ...written.diagnostics].map((found) => ({
    place: { file },
    ...found,
  }));
  reportDiagnostics(diagnostics);
  reportResult(context, { diagnostics, artifacts: written.artifacts }, buildTable(written.artifacts));
  return { kind: made.ok && written.diagnostics.length === 0 ? 'done' : 'failed' };
};

/** What the command line says over the settings, read as press.yaml would be. */
function settingsGiven(options: Arguments): Result<(settings: Settings) => Settings> {
  const keys = Object.entries(IMPOSE_KEYS).flatMap(([key, part]) => {
    const value = options.value(key);
    return value === undefined ? [] : [{ key, part, value }];
  });
  const lines = (part: 'printer' | 'press' | undefined): readonly string[] =>
    keys.filter((one) => one.part === part).map(({ key, value }) => `${key}: ${JSON.stringify(value)}`);
  const source = [
    ...lines(undefined),
    ...(['printer', 'press'] as const).flatMap((part) =>
      lines(part).length > 0 ? [`${part}:`, ...lines(part).map((line) => `  ${line}`)] : [],
    ),
  ].join('\n');
  const read = readHouse({ file: 'the command line', text: source }, { file: '', text: undefined });
  if (!read.ok) return failure(...read.diagnostics);
  const { settings } = read.value;
  const picked = (part: 'printer' | 'press'): object =>
    Object.fromEntries(
      Object.entries(settings[part]).filter(([key]) =>
        keys.some((one) => one.key === key && one.part === part),
      ),
    );
  return success((house) => ({
    ...house,
    ...(keys.some(({ key }) => key === 'flip') && { flip: settings.flip }),
    printer: { ...house.printer, ...picked('printer') },
    press: { ...house.press, ...picked('press') },
  }));
}

interface Written {
  readonly artifacts: readonly WrittenArtifact[];
  readonly diagnostics: readonly Diagnostic[];
}

async function write(made: readonly Artifact[], folder: string, milliseconds: number): Promise<Written> {
  const artifacts: WrittenArtifact[] = [];
  try {
    for (const { file, bytes, extent } of made) {
      const to = shownPath(folder, file);
      await writeWhole(to, bytes);
      artifacts.push({ path: to, extent, bytes: bytes.length, milliseconds });
    }
    return { artifacts, diagnostics: [] };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const hint = 'Choose another folder: --out DIR.';
    const fault = { code: 'output/cannot-write', severity: 'error', message: reasonOf(error), hint } as const;
    return { artifacts, diagnostics: [{ ...fault, place: { file: folder } }] };
  }
}
