// What makes a file PDF/X-4 (ISO 15930-7:2010): version, output intent, metadata. Its pages bring the rest.

import { failure, type Result, success } from '../model/diagnostic.ts';
import { lately } from '../reuse/lately.ts';
import { fingerprint } from './fingerprint.ts';
import { type PDFContext, type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFString } from './pdf.ts';

/** What the plates are made for. */
export interface OutputCondition {
  /** Its name in the registry of the ICC (https://registry.color.org), such as FOGRA39. */
  readonly identifier: string;
  /** What a person calls it. */
  readonly description: string;
  /** The ICC profile of a CMYK printing condition. */
  readonly profile: Uint8Array;
}

export interface PrintFile {
  readonly title: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Of the content, as YYYY-MM-DD. */
  readonly date: string;
  readonly output: OutputCondition;
}

/** Takes an ICC file for print in CMYK. Error: `press/profile` (ICC.1:2010, 7.2). */
export function readProfile(profile: Uint8Array, name: string): Result<Uint8Array> {
  const fault = profileFault(profile);
  if (fault === undefined) return success(profile);
  return failure({
    code: 'press/profile',
    severity: 'error',
    message: `${name} ${fault}`,
    hint: 'Name the ICC file of a CMYK printing condition, such as profiles/FOGRA39L_coated.icc.',
  });
}

/** What is wrong with the ICC profile of an output intent, if anything. */
export function profileFault(profile: Uint8Array): string | undefined {
  const word = (at: number): string => new TextDecoder('latin1').decode(profile.subarray(at, at + 4));
  if (profile.length < 132 || word(36) !== 'acsp') return 'is not an ICC profile';
  if (new DataView(profile.buffer, profile.byteOffset).getUint32(0) > profile.length) return 'is cut off';
  if (word(12) !== 'prtr') return 'is not the profile of an output device';
  return word(16) === 'CMYK' ? undefined : 'is not a profile for CMYK';
}

/** The program that the files name as their maker. */
export const PRODUCER = 'Wenda';

/** Gives the file the version, output intent, Info and XMP of PDF/X-4. The document's /ID is left as it is. */
export function makePrintFile(document: PDFDocument, { title, id, date, output }: PrintFile): void {
  const { context, catalog } = document;
  context.header = PDFHeader.forVersion(1, 6);
  const packed = packedProfile(output.profile, context);
  const profile = context.register(context.stream(packed, { N: 4, Filter: 'FlateDecode' }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of(output.identifier),
    OutputCondition: PDFHexString.fromText(output.description),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFHexString.fromText(output.description),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
  const stamp = `D:${date.replaceAll('-', '')}000000Z`;
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      Creator: PDFString.of(PRODUCER),
      Producer: PDFString.of(PRODUCER),
      CreationDate: PDFString.of(stamp),
      ModDate: PDFString.of(stamp),
      Trapped: 'False',
      // XMP is where PDF/X-4 wants it; many programs look here.
      GTS_PDFXVersion: PDFString.of('PDF/X-4'),
    }),
  );
  const xmp = new TextEncoder().encode(packet({ title, id, date }));
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })),
  );
}

/** Packing one takes longer than all the rest of a file does. */
function packedProfile(profile: Uint8Array, context: PDFContext): Uint8Array {
  return packedLately(fingerprint(profile, ''), () => context.flateStream(profile).contents);
}

const packedLately = lately<Uint8Array>(2);

/** ISO 16684-1; the PDF/X properties of ISO 15930-7. */
function packet({ title, id, date }: Pick<PrintFile, 'title' | 'id' | 'date'>): string {
  const moment = `${date}T00:00:00Z`;
  const uuid = `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
