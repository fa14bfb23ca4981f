// Files that are no text, known by how they begin: Word documents, which are read, and all others, which are not.

export interface ForeignFormat {
  /** Holds text that another program can give out. */
  readonly isDocument: boolean;
  readonly message: string;
  readonly hint: string;
}

/** Whether the file is a Word document of today (DOCX): an archive that begins with the parts such a document has. */
export function isWord(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return head.startsWith('PK\x03\x04') && /word\/|docProps\/|_rels\/|\[Content_Types\]\.xml/.test(head);
}

/** What the file is where it is no text, else undefined. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const codes = head.toString('hex');
  const text = head.toString('latin1');
  const found = FORMATS.find(({ magic, text: pattern }) => codes.startsWith(magic) && pattern.test(text));
  if (!found) return undefined;
  return {
    isDocument: found.isDocument,
    message: `the file is ${found.name}, which cannot be imported`,
    hint: found.isDocument
      ? 'Open it and save it as a Word document (DOCX) or as plain text in UTF-8, then import that.'
      : 'Import the transcript as a text file, a Word document (DOCX), a web page or captions.',
  };
}

const HEAD_BYTES = 4096;

interface Format {
  readonly name: string;
  readonly isDocument: boolean;
  /** The first bytes, in hexadecimal. */
  readonly magic: string;
  /** What the first bytes hold besides, read as Latin-1. */
  readonly text: RegExp;
}

const ANY = /^/;
const binary = (name: string, magic: string, text = ANY): Format => ({
  name,
  isDocument: false,
  magic,
  text,
});
const document = (name: string, magic: string, text = ANY): Format => ({
  name,
  isDocument: true,
  magic,
  text,
});

/** The first that fits is it. */
const FORMATS: readonly Format[] = [
  document('an OpenDocument text', '504b0304', /application\/vnd\.oasis/),
  document('an old or encrypted Word document', 'd0cf11e0'),
  document('a PDF', '25504446'),
  document('a rich text file', '', /^\{\\rtf/),
  binary('a ZIP archive', '504b0304'),
  binary('a PNG picture', '89504e47'),
  binary('a JPEG picture', 'ffd8ff'),
  binary('a GIF picture', '47494638'),
  binary('a WebP picture', '52494646', /^.{8}WEBP/s),
  binary('a sound or film', '52494646', /^.{8}(?:WAVE|AVI )/s),
  binary('a sound or film', '', /^.{4}ftyp/s),
  binary('a sound', '49443303'),
  binary('a sound', '49443304'),
  binary('a TIFF picture', '49492a00'),
  binary('a TIFF picture', '4d4d002a'),
  binary('a gzip archive', '1f8b'),
  binary('a 7z archive', '377abcaf'),
  binary('a RAR archive', '52617221'),
];
