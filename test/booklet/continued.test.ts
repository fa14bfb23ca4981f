// A paragraph that goes over a page is one element, whoever ended the page.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { continuedPages, joinParagraphs } from '../../scripts/booklet/continued.ts';
import { finishPdf } from '../../scripts/booklet/language.ts';
import type { TypesetDocument } from '../../scripts/model/world.ts';
import { extremes } from '../proof/booklets.ts';
import { describeWith, run } from '../support/tools.ts';
import { THEMES, typesetBooklet } from './make.ts';

/** Each element by its reference, with what it holds: elements, and content as the page's reference and a number. */
interface Element {
  readonly type: string;
  readonly parent: string;
  readonly elements: readonly string[];
  readonly content: readonly { readonly page: string; readonly number: number }[];
}

async function readStructure(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf);
  const { context } = document;
  const dictOf = (object: PDFObject | undefined): PDFDict | undefined => {
    const found = object instanceof PDFRef ? context.lookup(object) : object;
    return found instanceof PDFDict ? found : undefined;
  };
  const elements = new Map<string, Element>();
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('StructElem')) continue;
    const own = String(object.get(PDFName.of('Pg')));
    const kids = object.lookupMaybe(PDFName.of('K'), PDFArray)?.asArray() ?? [];
    const inside = kids.filter((kid) => kid instanceof PDFRef).map(String);
    const content = kids.flatMap((kid) => {
      if (kid instanceof PDFNumber) return [{ page: own, number: kid.asNumber() }];
      const dict = kid instanceof PDFDict ? dictOf(kid) : undefined;
      const number = dict?.lookupMaybe(PDFName.of('MCID'), PDFNumber);
      if (!dict || !number) return [];
      return [{ page: String(dict.get(PDFName.of('Pg')) ?? own), number: number.asNumber() }];
    });
    const type = String(object.get(PDFName.of('S')));
    elements.set(String(reference), {
      type,
      parent: String(object.get(PDFName.of('P'))),
      elements: inside,
      content,
    });
  }
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  /** By page and number of the content, to which element it is said to belong. */
  const parents = new Map<string, string>();
  for (const page of document.getPages()) {
    const key = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
    for (let at = 0; at < numbers.size(); at += 2) {
      if (numbers.lookup(at, PDFNumber).asNumber() !== key) continue;
      numbers
        .lookup(at + 1, PDFArray)
        .asArray()
        .forEach((element, number) => void parents.set(`${page.ref} ${number}`, String(element)));
    }
  }
  return { elements, parents };
}

const interview = extremes('zh-TW', 12, 12).find(({ name }) => name === 'looks and notes');

describe.each(THEMES)('paragraphs over the end of a page, in %s', (theme) => {
  let made: TypesetDocument;
  let pages: readonly number[];
  beforeAll(async () => {
    if (!interview) throw new Error('no content with notes');
    const result = await typesetBooklet(interview.edition, { theme });
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    made = result.value;
    pages = continuedPages(made.metadata);
  }, 120_000);

  it('are ended in some places for the sake of notes', () => {
    expect(pages.length).toBeGreaterThan(0);
  });

  it('are as many elements as the text has paragraphs', async () => {
    const { elements } = await readStructure(made.pdf);
    const paragraphs = interview?.edition.interview.sections.flatMap(({ exchanges }) =>
      exchanges.flatMap(({ answer }) => answer.flatMap((turn) => turn.paragraphs)),
    );
    const parents = new Set(
      [...elements].filter(([, { type }]) => type === '/H2').map(([, { parent }]) => parent),
    );
    expect(parents.size).toBe(1);
    const [body = ''] = parents;
    const kids = elements.get(body)?.elements ?? [];
    const from = kids.findIndex((kid) => elements.get(kid)?.type === '/H2');
    const to = kids.findLastIndex((kid) => elements.get(kid)?.type === '/H2');
    expect(to).toBeGreaterThan(from);
    const lastAnswer = interview?.edition.interview.sections.at(-1)?.exchanges.at(-1)?.answer ?? [];
    const inLast = lastAnswer.flatMap((turn) => turn.paragraphs).length;
    const found = kids.slice(from, to).filter((kid) => elements.get(kid)?.type === '/P');
    expect(found).toHaveLength((paragraphs?.length ?? 0) - inLast);
  });

  it('hold what belongs to them, and are named by it', async () => {
    const { elements, parents } = await readStructure(made.pdf);
    const wrong = [...elements].flatMap(([reference, element]) => [
      ...element.elements.filter((kid) => elements.get(kid)?.parent !== reference),
      ...element.content
        .filter(({ page, number }) => parents.get(`${page} ${number}`) !== reference)
        .map(({ page, number }) => `${page} ${number}`),
    ]);
    expect(wrong).toEqual([]);
    const held = [...elements.values()].flatMap(({ content }) => content);
    expect(held).toHaveLength(new Set(held.map(({ page, number }) => `${page} ${number}`)).size);
    expect(held).toHaveLength([...parents.values()].filter((element) => element !== 'null').length);
  });

  it('stay as they are where none goes on, or none is found that does', () => {
    expect(joinParagraphs(made.pdf, [])).toBe(made.pdf);
    const [first = 0] = pages;
    expect(Buffer.compare(joinParagraphs(made.pdf, [1, first]), made.pdf)).toBe(0);
  });

  describeWith(['qpdf'], 'qpdf', () => {
    it('finds no fault in them', () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'continued-'));
      const file = path.join(folder, 'booklet.pdf');
      fs.writeFileSync(file, finishPdf(made.pdf, interview?.edition.language ?? '', 'right'));
      const said = run('qpdf', ['--check', file]);
      fs.rmSync(folder, { recursive: true });
      expect(said).toContain('No syntax or stream encoding errors found');
    });
  });
});
