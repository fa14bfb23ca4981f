// An installation of its own: templates and versions that a test may change, packages and code as they are.

import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Lays an installation out in the empty folder `root`. */
export function layInstallation(root: string): void {
  fs.cpSync(path.join(ROOT, 'templates'), path.join(root, 'templates'), { recursive: true });
  for (const name of ['scripts', 'profiles']) fs.symlinkSync(path.join(ROOT, name), path.join(root, name));
  for (const name of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(ROOT, name), path.join(root, name));
  linkAll(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
}

/** Makes another version of an installed package, which differs in nothing else. */
export function changeVersion(root: string, packageName: string): void {
  const [scope = '', name] = packageName.split('/');
  const folder = path.join(root, 'node_modules', scope);
  if (name !== undefined && fs.lstatSync(folder).isSymbolicLink()) openLink(folder);
  const own = path.join(root, 'node_modules', packageName);
  openLink(own);
  const file = path.join(own, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
  fs.rmSync(file);
  fs.writeFileSync(file, JSON.stringify({ ...manifest, version: '999.0.0' }));
}

/** Puts a folder of links in the place of a link to a folder. */
function openLink(link: string): void {
  const target = fs.realpathSync(link);
  fs.rmSync(link);
  linkAll(target, link);
}

function linkAll(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) fs.symlinkSync(path.join(from, name), path.join(to, name));
}
