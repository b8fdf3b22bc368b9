import { chmod, open, rename, rm } from 'node:fs/promises';

/** Writes a small file that only its owner may read, whole or not at all: beside its name first. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  await rm(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // The creation mask may have taken more away, and never less.
  await chmod(part, 0o600);
  await rename(part, file);
}
