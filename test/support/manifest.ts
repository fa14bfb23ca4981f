// Manifests as they would be if nothing had been built before.

/** All of a manifest.json but what the build before has left in it: which slides and pages have changed since. */
export function withoutChanges(manifest: Buffer): Buffer {
  const { changes: _, ...same } = JSON.parse(manifest.toString('utf8')) as { changes?: unknown };
  return Buffer.from(JSON.stringify(same));
}

/** The bytes of a file of the output folder, for a comparison with a build from nothing. */
export function comparable(name: string, bytes: Buffer): Buffer {
  return name.endsWith('manifest.json') ? withoutChanges(bytes) : bytes;
}
