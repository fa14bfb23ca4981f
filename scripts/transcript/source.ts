// A file to the text that is in it: what kind of file it is, its encoding, and the edits that take the text out.

import { type Result, success } from '../model/diagnostic.ts';
import type { Leaving } from './account.ts';
import { captionEdits } from './captions.ts';
import { captionFormat } from './cues.ts';
import { decode } from './decode.ts';
import { applyEdits, type Edit } from './edits.ts';
import type { Encoding } from './encoding.ts';
import { fault } from './fault.ts';
import { foreignFormat, isWord } from './formats.ts';
import { isHtml } from './html.ts';
import { pageEdits } from './page.ts';
import { MAX_UNPACKED, readWord } from './word.ts';

export type SourceFormat = 'text' | 'html' | 'subrip' | 'webvtt' | 'docx';

export interface Source {
  readonly format: SourceFormat;
  /** What the account is of: the decoded file; of a Word document the text that was taken out of it. */
  readonly input: string;
  /** From `input` to the plain text in it. */
  readonly edits: readonly Edit[];
  /** None for a Word document. */
  readonly encoding?: Encoding;
  readonly hasByteOrderMark: boolean;
  /** What a Word document has beside its text. */
  readonly leavings: readonly Leaving[];
}

/** In bytes. A book of five million characters is 15 MB: what is larger is no interview. */
export const MAX_BYTES = 32_000_000;

/**
 * The text of a file. Errors: transcript/empty, transcript/too-large, transcript/unsupported (a document of another
 * format), transcript/damaged (a Word document), and those of `decode`.
 */
export async function readSource(bytes: Uint8Array, file: string, given?: Encoding): Promise<Result<Source>> {
  if (bytes.length === 0) {
    return fault(file, 'empty', 'the file is empty', 'Save the transcript again, then import it.');
  }
  if (bytes.length > MAX_BYTES) {
    const size = Math.round(bytes.length / 1e6);
    const message = `the file has ${size} MB, more than the ${MAX_BYTES / 1e6} MB of a long book`;
    return fault(
      file,
      'too-large',
      message,
      'Check that it is the right file; import interviews one by one.',
    );
  }
  if (isWord(bytes)) return readWordSource(bytes, file);
  const foreign = foreignFormat(bytes);
  if (foreign)
    return fault(file, foreign.isDocument ? 'unsupported' : 'binary', foreign.message, foreign.hint);
  const decoded = decode(bytes, file, given);
  if (!decoded.ok) return decoded;
  const { text, ...encoding } = decoded.value;
  const { format, edits } = await editsFor(text);
  return success({ format, input: text, edits, ...encoding, leavings: [] });
}

async function editsFor(text: string): Promise<Pick<Source, 'format' | 'edits'>> {
  const captions = captionFormat(text);
  if (captions) return { format: captions, edits: captionEdits(text) };
  return isHtml(text) ? { format: 'html', edits: await pageEdits(text) } : { format: 'text', edits: [] };
}

async function readWordSource(bytes: Uint8Array, file: string): Promise<Result<Source>> {
  const document = await readWord(bytes);
  if (document.kind === 'too-large') {
    const limit = MAX_UNPACKED / 1024 / 1024;
    const message = `the document unpacks to more than ${limit} MB, which no interview does`;
    return fault(
      file,
      'too-large',
      message,
      'Open it in Word, save its text as plain text in UTF-8, and import that.',
    );
  }
  if (document.kind === 'damaged') {
    const message = `the Word document is damaged or cut off: ${document.reason}`;
    return fault(
      file,
      'damaged',
      message,
      'Open it in Word and save it again, or fetch it again from where it came.',
    );
  }
  const input = applyEdits(document.html, await pageEdits(document.html));
  if (input.trim() === '') {
    return fault(file, 'empty', 'the Word document holds no text', 'Check that it is the right file.');
  }
  return success({ format: 'docx', input, edits: [], hasByteOrderMark: false, leavings: document.leavings });
}
