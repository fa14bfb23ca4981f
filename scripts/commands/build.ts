// wenda build: every product of every interview, written only where all of an interview went well.

import { isError } from '../model/diagnostic.ts';
import { isLocale, LOCALES } from '../model/locale.ts';
import { isProduct, PRODUCTS, USUAL_PRODUCTS } from '../model/product.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { makeAll } from './make.ts';
import { buildTable } from './table-of-products.ts';
import { writeEditions } from './write.ts';

export const buildCommand: CommandFunction = async (options, context) => {
  const locales = options.values('locale');
  const only = options.values('only');
  const wrongLocale = locales.find((value) => !isLocale(value));
  const wrongProduct = only.find((value) => !isProduct(value));
  if (wrongLocale !== undefined) {
    return { kind: 'misuse', message: `there is no locale ${wrongLocale}, only ${LOCALES.join(', ')}` };
  }
  if (wrongProduct !== undefined) {
    return { kind: 'misuse', message: `there is no product ${wrongProduct}, only ${PRODUCTS.join(', ')}` };
  }
  const asked = only.filter(isProduct);
  const usual = asked.length > 0 ? asked : USUAL_PRODUCTS;
  const made = await makeAll(context, {
    slugs: options.positionals,
    locales: locales.filter(isLocale),
    ...(options.has('anew') && { anew: true }),
    ...(options.has('proof') && { proof: 'warning' }),
    products: options.has('share') ? [...usual, 'share'] : usual,
  });
  const written = await writeEditions(context, made);
  context.progress.end();
  const diagnostics = [...made.diagnostics, ...written.diagnostics];
  reportDiagnostics(diagnostics);
  reportResult(context, { diagnostics, artifacts: written.artifacts }, buildTable(written.artifacts));
  return { kind: diagnostics.some(isError) ? 'failed' : 'done' };
};
