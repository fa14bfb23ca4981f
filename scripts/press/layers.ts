// Layers that print as they are shown, whoever prints them (optional content: ISO 15930-7; ISO 32000-1, 8.11).

import { type Finding, finding } from './findings.ts';
import type { ObjectNames } from './objects.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
  type PdfFile,
  partsOf,
} from './pdf.ts';

export function inspectLayers({ context, catalog }: PdfFile, names: ObjectNames): readonly Finding[] {
  const groups = groupsOf(context);
  const properties = context.lookup(catalog.get(PDFName.of('OCProperties')));
  if (!(properties instanceof PDFDict))
    return groups.length > 0 ? [finding('layers', 'layers that the catalogue does not list')] : [];
  const listed = refsIn(context.lookup(properties.get(PDFName.of('OCGs'))));
  const unlisted = groups
    .filter((ref) => !listed.includes(ref))
    .map((ref) => finding('layers', 'a layer that is not listed', { object: names.of(context.lookup(ref)) }));
  const others = context.lookup(properties.get(PDFName.of('Configs')));
  const all = [properties.get(PDFName.of('D')), ...(others instanceof PDFArray ? others.asArray() : [])];
  const faults = all.flatMap((entry, index) => {
    const configuration = context.lookup(entry);
    const object = names.of(configuration);
    return faultsOf(configuration, listed, index === 0, context).map((fault) =>
      finding('layers', fault, { object }),
    );
  });
  return [...unlisted, ...faults];
}

/** `isFirst`: it holds when the file is opened. */
function faultsOf(
  configuration: PDFObject | undefined,
  listed: readonly PDFRef[],
  isFirst: boolean,
  context: PDFContext,
): readonly string[] {
  if (!(configuration instanceof PDFDict)) return ['a configuration of layers that is missing'];
  const value = (key: string): PDFObject | undefined => context.lookup(configuration.get(PDFName.of(key)));
  const [name, order, base] = [value('Name'), value('Order'), value('BaseState')];
  const isNamed = (name instanceof PDFString || name instanceof PDFHexString) && name.decodeText() !== '';
  const ordered = order && [...partsOf(order)].filter((part) => part instanceof PDFRef);
  const faults: string[] = [];
  if (!isNamed) faults.push('a configuration of layers without a name');
  if (value('AS')) faults.push('layers that come and go with printing or viewing');
  if (isFirst && base && base !== PDFName.of('ON')) faults.push('layers that are hidden at first');
  if (ordered && listed.some((ref) => !ordered.includes(ref)))
    faults.push('an order of layers that leaves some out');
  return faults;
}

function groupsOf(context: PDFContext): readonly PDFRef[] {
  return context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('OCG'))
    .map(([ref]) => ref);
}

function refsIn(array: PDFObject | undefined): readonly PDFRef[] {
  return array instanceof PDFArray ? array.asArray().filter((one) => one instanceof PDFRef) : [];
}
