// Decoded text to clean text, in passes. Every pass sees the work of those before it; what all of them did is one
// list of edits to the text as decoded.

import type { ProtectedTerm, Script } from '../chinese/script.ts';
import { correctCharacters } from './characters.ts';
import { normalizeCompatibility } from './compatibility.ts';
import type { Doubt } from './doubt.ts';
import { applyEdits, composeEdits, type Edit, sourceLocator } from './edits.ts';
import { labelEdits, type QuestionForm, questionEdits } from './forms.ts';
import { type LineStyle, readMarkup } from './markup.ts';
import { removeSpacesBesideMarks, widenPunctuation } from './punctuation.ts';
import { normalizeQuotation } from './quotation.ts';
import { removeResidue } from './residue.ts';
import { normalizeSpacing } from './spacing.ts';
import { type Settled, speakerNames } from './speakers.ts';
import { removeStamps } from './stamps.ts';

export interface Cleaned {
  readonly text: string;
  readonly script: Script;
  /** How each line of `text` is set off. */
  readonly styles: readonly LineStyle[];
  /** How the questions were told, before they got the labels that they have in `text`. */
  readonly form: QuestionForm;
  /** From the decoded text to `text`. */
  readonly edits: readonly Edit[];
  /** Offsets are of the decoded text. */
  readonly doubts: readonly Doubt[];
}

export function clean(source: string, terms: readonly ProtectedTerm[], settled: Settled = {}): Cleaned {
  let text = source;
  let edits: readonly Edit[] = [];
  const doubts: Doubt[] = [];
  const revise = (made: readonly Edit[], doubted: readonly Doubt[] = []): void => {
    if (doubted.length > 0) {
      const sourceOf = sourceLocator(edits);
      doubts.push(...doubted.map((doubt) => ({ ...doubt, offset: sourceOf(doubt.offset) })));
    }
    if (made.length === 0) return;
    edits = composeEdits(text, edits, made);
    text = applyEdits(text, made);
  };

  revise(normalizeSpacing(text), lostCharacters(text));
  revise(normalizeCompatibility(text));
  const markup = readMarkup(text);
  revise(markup.edits);
  const residue = removeResidue(text);
  revise(residue.edits, residue.doubts);
  const quotation = normalizeQuotation(text);
  revise(quotation.edits, quotation.doubts);
  const punctuation = widenPunctuation(text);
  revise(punctuation.edits, punctuation.doubts);
  revise(removeSpacesBesideMarks(text));
  revise(removeStamps(text));
  revise(labelEdits(text));
  const questions = questionEdits(text, markup.styles, settled);
  revise(questions.edits, questions.doubts);
  const characters = correctCharacters(text, terms, speakerNames(text, settled));
  revise(characters.edits);

  const { script } = characters;
  return { text, script, styles: markup.styles, form: questions.form, edits, doubts };
}

/** What another program could not read it wrote as U+FFFD: the words are gone, and only a person can tell them. */
function lostCharacters(text: string): Doubt[] {
  const offset = text.indexOf('\ufffd');
  if (offset === -1) return [];
  const count = text.split('\ufffd').length - 1;
  const message = `${count} ${count === 1 ? 'character was' : 'characters were'} lost before the import and stand here as \ufffd`;
  return [
    { code: 'lost-character', offset, message, hint: 'Look the words up in the source and put them right.' },
  ];
}
