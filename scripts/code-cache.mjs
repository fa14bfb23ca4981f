// Runs a script with what V8 has compiled of it in runs before (its code cache): to compile a bundle of six megabytes anew
// takes a fifth of a build. Stands in each bundle, beside the script; what it keeps stands there too.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';

// V8 takes only what it compiled under the same flags: all that are set here are set before a script is read.
// What the start alone needs would be forgotten before the run ends, when it is written down.
v8.setFlagsFromString('--no-flush-bytecode');
// To cut fonts down (HarfBuzz, subset-font) runs some large functions of WebAssembly for a moment only, and to compile those
// once more, for speed, takes longer than all fonts of two editions take without: a quarter of a second of one core, for
// which Node.js waits where it has nothing else to do. What runs for seconds, as in a long book, is compiled all the same.
// A later version of Node.js that has the flag no more would say so on the terminal.
if (Number.parseInt(process.versions.node, 10) <= 24)
  v8.setFlagsFromString('--wasm-tiering-budget=200000000');

/** A process that goes on for longer writes down what it has compiled so far: it may end without a chance to. */
const SOON = 10_000;

/**
 * What the script at `url` exports: a function of exports, module, require, importMetaUrl and importPackage, in ASCII. Code
 * from the cache cannot `import()`. Runs of another kind, by command and products, compile more and add it to what is kept.
 */
export function run(url, args) {
  const use = [args[0], ...(args.join(' ').match(/--only[ =]\S+/g) ?? [])].join(' ');
  const file = fileURLToPath(url);
  const source = fs.readFileSync(file, 'latin1');
  const flags = v8.cachedDataVersionTag();
  const cache = `${file}.${flags}`;
  const known = read(cache);
  const script = new vm.Script(source, { filename: file, cachedData: known.data });
  const module = { exports: {} };
  const require = createRequire(url);
  script.runInThisContext()(module.exports, module, require, url, (name) => import(name));
  const uses = script.cachedDataRejected ? [] : known.uses;
  // What is run to see which lines are run counts them, in the compiled code.
  if (!uses.includes(use) && !process.env.NODE_V8_COVERAGE) {
    const write = once(() => {
      // Somebody may have set another flag since: V8 would note that one, and take it from no start.
      if (v8.cachedDataVersionTag() === flags) keep(cache, [...uses, use], script.createCachedData());
    });
    process.on('exit', write);
    setTimeout(write, SOON).unref();
  }
  return module.exports;
}

/** A line of JSON and behind it what V8 gave: it knows its own version and flags, but would run what is damaged. */
function read(cache) {
  try {
    const bytes = fs.readFileSync(cache);
    const end = bytes.indexOf('\n');
    const { uses, digest } = JSON.parse(bytes.toString('utf8', 0, end));
    const data = bytes.subarray(end + 1);
    if (digest === digestOf(data)) return { uses, data };
  } catch {
    // There is none yet, or not a whole one.
  }
  return { uses: [] };
}

function keep(cache, uses, data) {
  const fresh = `${cache}.${process.pid}`;
  try {
    fs.writeFileSync(
      fresh,
      Buffer.concat([Buffer.from(`${JSON.stringify({ uses, digest: digestOf(data) })}\n`), data]),
    );
    fs.renameSync(fresh, cache);
  } catch {
    // An installation that may not be written to compiles at each start.
    fs.rmSync(fresh, { force: true });
  }
}

const digestOf = (data) => createHash('sha256').update(data).digest('hex');

function once(work) {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
