// wenda build: every product of every interview, written only where all of an interview went well.

import { isError } from '../model/diagnostic.ts';
import { isLocale, LOCALES } from '../model/locale.ts';
import { isProduct, PRODUCTS, USUAL_PRODUCTS } from '../model/product.ts';
import { printError } from '../system/terminal.ts';
import { countFrom } from './arguments.ts';
import { buildAll } from './build-all.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { buildTable } from './table-of-products.ts';
import { timingsTable } from './timings.ts';

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
  const jobs = countFrom(options.value('jobs'));
  const seconds = countFrom(options.value('time-limit'));
  if (jobs === 'wrong') return { kind: 'misuse', message: '--jobs is a number from 1' };
  if (seconds === 'wrong') return { kind: 'misuse', message: '--time-limit is a number of seconds from 1' };
  const built = await buildAll(context, {
    slugs: options.positionals,
    tidies: true,
    locales: locales.filter(isLocale),
    ...(options.has('anew') && { anew: true }),
    ...(options.has('proof') && { proof: 'warning' }),
    products: options.has('share') ? [...usual, 'share'] : usual,
    ...(jobs !== undefined && { jobs }),
    ...(seconds !== undefined && { secondsOfProduct: seconds }),
  });
  const { diagnostics, artifacts } = built;
  const timings = options.has('timings') ? built.timings : undefined;
  reportDiagnostics(diagnostics);
  if (timings) printError(timingsTable(timings));
  reportResult(context, { diagnostics, artifacts, ...(timings && { timings }) }, buildTable(artifacts));
  return { kind: diagnostics.some(isError) ? 'failed' : 'done' };
};
