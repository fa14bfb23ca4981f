#!/usr/bin/env node
// Completes package-lock.json where the registry in use lacks other platforms' optional binaries:
// npm then leaves them out of the lock, and `npm ci` refuses it (EUSAGE). Adds each missing optional
// dependency with version, os, cpu and libc, so that the same lock installs on every platform.
// Usage: node complete-lock.mjs [package-lock.json]
import fs from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const packages = lock.packages;
const OS = /(android|darwin|linux|win32|freebsd|sunos|aix|openharmony)/;
const CPU = /(arm64|x64|ia32|arm(?!64)|riscv64|ppc64|s390x|loong64)/;

/** Where node would find `name` from the package at `from`, as a lock key; undefined when nowhere. */
function resolve(from, name) {
  for (
    let base = from;
    ;
    base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
  ) {
    const key = `${base ? `${base}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!base) return undefined;
  }
}

let added = 0;
for (const [key, entry] of Object.entries(packages)) {
  if (key === '' || !entry.optionalDependencies) continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies)) {
    if (resolve(key, name)) continue;
    const os = OS.exec(name)?.[1];
    const cpu = CPU.exec(name)?.[1];
    if (!os || !cpu) {
      process.stderr.write(`no platform in the name ${name}: left alone\n`);
      continue;
    }
    const libc =
      os === 'linux' ? (/musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined) : undefined;
    const at = `${key.includes('/node_modules/') ? `${key}/` : ''}node_modules/${name}`;
    packages[at] = {
      version: range.replace(/^[~^]/, ''),
      cpu: [cpu],
      ...(entry.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      os: [os],
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional entries added\n`);
