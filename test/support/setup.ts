// The same generated cases in every run, so that a failure can be looked into and a change is judged by itself.
// WENDA_SEED=random looks for new ones; WENDA_SEED=<number> repeats what such a run has found.

import fc from 'fast-check';

const wanted = process.env['WENDA_SEED'] ?? '20241123';

fc.configureGlobal(wanted === 'random' ? {} : { seed: Number(wanted) });
