// The PDF and the settings that impose and preflight work on.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { Settings } from '../model/settings.ts';
import { readHouse } from '../pipeline.ts';
import { isSystemError, readBytes, reasonOf, sizeOf } from '../system/files.ts';
import { readHouseFiles } from './content.ts';
import type { Context } from './context.ts';

/** More than this is not even read. */
const MOST_BYTES = 2 ** 29;

export interface PdfSource {
  readonly bytes: Uint8Array;
  readonly settings: Settings;
}

/** Errors: `press/no-file`, `press/too-large`, and those of the settings. */
export async function readPdfSource(file: string, context: Context): Promise<Result<PdfSource>> {
  const files = await readHouseFiles(context.contentFolder);
  const house = files.ok ? readHouse(files.value.press, files.value.glossary) : files;
  if (!house.ok) return house;
  const fault = (code: string, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    hint,
    place: { file },
  });
  try {
    const size = await sizeOf(file);
    if (size === undefined)
      return failure(fault('press/no-file', 'there is no such file', 'Check the path for a typing error.'));
    if (size > MOST_BYTES) {
      const hint = 'Divide it: qpdf --split-pages=500 large.pdf part.pdf';
      return failure(fault('press/too-large', 'the PDF is larger than 512 MB', hint));
    }
    const bytes = (await readBytes(file)) ?? new Uint8Array();
    return success({ bytes, settings: house.value.settings });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failure(fault('press/no-file', reasonOf(error), 'Name a PDF file that can be read.'));
  }
}
