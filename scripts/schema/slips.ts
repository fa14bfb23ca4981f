// What is wrong with a YAML text, said to a person who writes Chinese and not YAML. One slip gives one fault.

/** A fault as the parser sees it: its name for it, and the range of UTF-16 offsets it points to. */
export interface Slip {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Fault {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * The faults worth showing: of slips in the syntax the first alone, since the others follow from it, and of keys and
 * marks that are merely not allowed every one.
 */
export function faultsOf(slips: readonly Slip[], source: string): readonly Fault[] {
  const syntax = slips.filter((slip) => !(slip.kind in INDEPENDENT)).sort((a, b) => a.start - b.start);
  const quote = syntax.find((slip) => slip.kind === OPEN_QUOTE);
  const [first] = quote ? [quote] : syntax;
  if (!first) return slips.map((slip) => independentFault(slip, source));
  return [colonFault(source, first.start, first.end) ?? syntaxFault(first)];
}

/** A key whose colon is full-width, or has no space after it, among the lines of a range: the commonest slip. */
export function colonFault(source: string, start: number, end: number): Fault | undefined {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const until = source.indexOf('\n', end);
  const lines = source.slice(from, until < 0 ? undefined : until);
  const match = /^([ \t-]*)([A-Za-z][\w-]*)[ \t]*(：|:(?=[^\s:/]))/m.exec(lines);
  if (!match) return undefined;
  const [, indent = '', key = ''] = match;
  return {
    offset: from + match.index + indent.length,
    code: 'schema/syntax',
    message: `the key ${key} is not followed by a half-width colon and a space`,
    hint: `Write "${key}: " and then the value.`,
  };
}

/** A quotation mark that is never closed: found by whoever walks the tree, the parser points to the end of the file. */
export const OPEN_QUOTE = 'OPEN_QUOTE';

type Wording = readonly [message: string, hint: string];

const QUOTE_IT = 'Put the value in quotation marks, if the mark belongs to it: key: "value".';

/** Slips that explain no other; `{}` stands for the words in question. */
const INDEPENDENT: Readonly<Record<string, Wording>> = {
  DUPLICATE_KEY: ['the key {} stands twice', 'Keep one of the two.'],
  ALIAS: ['{} is an alias, which is not used here', QUOTE_IT],
  ANCHOR: ['{} is an anchor, which is not used here', QUOTE_IT],
  TAG_RESOLVE_FAILED: ['{} is a tag, which is not used here', QUOTE_IT],
};

const SYNTAX: Readonly<Record<string, Wording>> = {
  [OPEN_QUOTE]: ['a quotation mark is opened here and not closed', 'Close it on the same line.'],
  TAB_AS_INDENT: ['a tab cannot indent a line', 'Indent with spaces.'],
  BLOCK_AS_IMPLICIT_KEY: ['the value has a colon and a space in it', 'Put the value in quotation marks.'],
  UNEXPECTED_TOKEN: [
    'the value goes on where it should have ended',
    'Put the whole value in quotation marks.',
  ],
  BAD_SCALAR_START: ['a value cannot begin with this mark', 'Put the value in quotation marks.'],
  BAD_DQ_ESCAPE: [
    'the backslash begins no known escape',
    'Write two backslashes, or single quotation marks.',
  ],
  MISSING_CHAR: ['this line has no key with a colon and a value', 'Write "key: value".'],
  BAD_INDENT: [
    'this line is not indented like those beside it',
    'Begin keys that belong together in one column.',
  ],
  MULTIPLE_DOCS: ['a second document begins here', 'Take out the line --- and keep one set of keys.'],
  NON_STRING_KEY: ['a key must be a word', 'Write "key: value".'],
  RESOURCE_EXHAUSTION: [
    'the lists or keys are nested too deeply',
    'Write them as flat as the known keys ask.',
  ],
};

function syntaxFault({ kind, start, message }: Slip): Fault {
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  const [text, hint] = bracket
    ? ['a bracket before this place is not closed', `Close it with ${bracket}.`]
    : (SYNTAX[kind] ?? [message, 'Write "key: value" on each line.']);
  return { offset: start, code: 'schema/syntax', message: text, hint };
}

function independentFault({ kind, start }: Slip, source: string): Fault {
  const [message, hint] = INDEPENDENT[kind] ?? ['{} is not used here', QUOTE_IT];
  const words = /^[^\s:]*/.exec(source.slice(start))?.[0] ?? '';
  const code = kind === 'DUPLICATE_KEY' ? 'schema/duplicate-key' : 'schema/syntax';
  return { offset: start, code, message: message.replace('{}', () => words), hint };
}
