// The clauses of PDF/X-4 about the file as a whole: version, ID, output intent, Info and XMP (ISO 15930-7).

import { lately } from '../reuse/lately.ts';
import { type Finding, finding } from './findings.ts';
import type { ObjectNames } from './objects.ts';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
  type PdfFile,
} from './pdf.ts';
import { profileFault } from './pdfx.ts';
import { packedName, unpacked } from './unpack.ts';

export function inspectMetadata(file: PdfFile, names: ObjectNames): readonly Finding[] {
  return [
    ...inspectVersion(file),
    ...inspectId(file),
    ...inspectIntent(file, names),
    ...inspectDescription(file, names),
  ];
}

function inspectVersion({ version, catalog }: PdfFile): readonly Finding[] {
  const stated = catalog.get(PDFName.of('Version'));
  const later = stated instanceof PDFName ? stated.decodeText() : version;
  const highest = later > version ? later : version;
  return highest === '1.6' ? [] : [finding('version', `the file is PDF ${highest}`)];
}

function inspectId({ context }: PdfFile): readonly Finding[] {
  const id = context.lookup(context.trailerInfo.ID);
  const parts = id instanceof PDFArray ? id.asArray().map((part) => textOf(context.lookup(part))) : [];
  return parts.length === 2 && parts.every((part) => part) ? [] : [finding('id', 'no ID in the trailer')];
}

function inspectIntent({ catalog, context }: PdfFile, names: ObjectNames): readonly Finding[] {
  const intents = context.lookup(catalog.get(PDFName.of('OutputIntents')));
  const all = intents instanceof PDFArray ? intents.asArray().map((intent) => context.lookup(intent)) : [];
  const forPrint = all.filter(
    (intent) => intent instanceof PDFDict && intent.get(PDFName.of('S')) === PDFName.of('GTS_PDFX'),
  );
  const [intent] = forPrint;
  if (!(intent instanceof PDFDict) || forPrint.length !== 1)
    return [finding('output-intent', `${forPrint.length} output intents for PDF/X`)];
  const object = names.of(intent);
  if (!textOf(context.lookup(intent.get(PDFName.of('OutputConditionIdentifier')))))
    return [finding('output-intent', 'an output intent without an output condition', { object })];
  const profile = context.lookup(intent.get(PDFName.of('DestOutputProfile')));
  if (!(profile instanceof PDFRawStream)) return [finding('profile', 'no embedded profile', { object })];
  const fault = faultOf(profile);
  return fault === undefined
    ? []
    : [finding('profile', `the profile ${fault}`, { object: names.of(profile) })];
}

/** Most files have the same one. */
function faultOf(profile: PDFRawStream): string | undefined {
  const name = packedName(profile);
  const look = (): string | undefined => profileFault(unpacked(profile));
  return name === undefined ? look() : faultLately(name, look);
}

const faultLately = lately<string | undefined>(4);

/** What XMP has to state, beside what Info states too. */
const WANTED = ['xmp:MetadataDate', 'xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass'];

/** Entries of Info and their counterparts. */
const PAIRS = [
  ['Title', 'dc:title'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
  ['Trapped', 'pdf:Trapped'],
] as const;

function inspectDescription({ catalog, context }: PdfFile, names: ObjectNames): readonly Finding[] {
  const stream = context.lookup(catalog.get(PDFName.of('Metadata')));
  if (!(stream instanceof PDFRawStream)) return [finding('xmp', 'no XMP metadata')];
  const object = names.of(stream);
  const xmp = new TextDecoder().decode(unpacked(stream));
  const version = propertyOf(xmp, 'pdfxid:GTS_PDFXVersion');
  const missing = WANTED.filter((name) => !propertyOf(xmp, name));
  const info = context.lookup(context.trailerInfo.Info);
  const stated = (key: string): string | undefined =>
    info instanceof PDFDict ? textOf(context.lookup(info.get(PDFName.of(key)))) : undefined;
  const different = PAIRS.filter(
    ([key, name]) => key !== 'Trapped' && !agree(stated(key), propertyOf(xmp, name)),
  );
  const trapped = [stated('Trapped'), propertyOf(xmp, 'pdf:Trapped')];
  const isKnown = trapped.every((value) => value === trapped[0] && (value === 'True' || value === 'False'));
  return [
    ...(version?.startsWith('PDF/X-4')
      ? []
      : [finding('xmp', `it names ${version ?? 'no version'} instead of PDF/X-4`, { object })]),
    ...missing.map((name) => finding('xmp', `${name} is missing`, { object })),
    ...different.map(([key, name]) => finding('xmp-info', `${key} and ${name} differ`, { object })),
    ...(isKnown
      ? []
      : [finding('trapped', `Trapped is ${trapped.map((value) => value ?? 'missing').join(' and ')}`)]),
  ];
}

/** Dates are written in two ways: D:20240726000000Z and 2024-07-26T00:00:00Z. */
function agree(info: string | undefined, xmp: string | undefined): boolean {
  if (info === xmp) return true;
  if (info === undefined || xmp === undefined) return false;
  const digits = (text: string): string => text.replace(/\D/g, '');
  return (
    info.startsWith('D:') && digits(info).length >= 8 && digits(xmp).startsWith(digits(info).slice(0, 14))
  );
}

/** A property as an element, as an attribute, or as the first of several languages. */
function propertyOf(xmp: string, name: string): string | undefined {
  const found =
    new RegExp(`<${name}>\\s*<rdf:Alt>\\s*<rdf:li[^>]*>([^<]*)<`).exec(xmp) ??
    new RegExp(`<${name}>([^<]*)<`).exec(xmp) ??
    new RegExp(`\\s${name}="([^"]*)"`).exec(xmp);
  const value = found?.[1]?.replace(/&(lt|gt|quot|apos|amp);/g, (_, key: string) => ENTITIES[key] ?? '');
  return value === '' ? undefined : value;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString)
    return object.decodeText() || undefined;
  return undefined;
}
