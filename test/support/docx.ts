// Word documents with nothing in them but what a test needs (ECMA-376).

import { type Zippable, zipSync } from 'fflate';
import { encodeUtf8 } from './encode.ts';

export interface DocxParagraph {
  readonly text: string;
  /** Title, Heading1, Heading2, … */
  readonly style?: string;
  /** How many of the first characters are bold. */
  readonly bold?: number;
  /** An item of a numbered list. */
  readonly isNumbered?: boolean;
}

export function docx(paragraphs: readonly DocxParagraph[], parts: Zippable = {}): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const xml = (content: string): Uint8Array => encodeUtf8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
  return zipSync(
    {
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': xml(
        `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': xml(
        `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
      ),
      'word/styles.xml': xml(
        `<w:styles xmlns:w="${word}">${['Title', 'Heading1', 'Heading2', 'Heading3']
          .map(
            (id) =>
              `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(\d)/, ' $1')}"/></w:style>`,
          )
          .join('')}</w:styles>`,
      ),
      'word/numbering.xml': xml(
        `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      ),
      'word/document.xml': xml(
        `<w:document xmlns:w="${word}"><w:body>${paragraphs.map(paragraphXml).join('')}</w:body></w:document>`,
      ),
      ...parts,
    },
    { level: 6, mtime: '1980-01-01T00:00:00' },
  );
}

function paragraphXml({ text, style, bold = 0, isNumbered = false }: DocxParagraph): string {
  const run = (words: string, properties: string): string =>
    words === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    isNumbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '',
  ].join('');
  const characters = [...text];
  const [start, rest] = [characters.slice(0, bold).join(''), characters.slice(bold).join('')];
  const runs = run(start, '<w:rPr><w:b/></w:rPr>') + run(rest, '');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
