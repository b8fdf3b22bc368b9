import process from 'node:process';

/**
 * Carries the attributes over that people and programs gave a file (tags, where it came from). Only Linux needs it: macOS
 * copies them with the bytes, Windows has none of the kind. The system's own (`security.`, `trusted.`) are not a file's to take
 * along. Where a file system has no attributes, or no room for them, the copy is without.
 */
export async function copyAttributes(from: string, to: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const tools = await attributes;
  if (tools === null) return;
  const names = await tools.listAttributes(from).catch(() => []);
  for (const name of names) {
    if (!name.startsWith('user.')) continue;
    try {
      const value = await tools.getAttribute(from, name);
      if (value !== null) await tools.setAttribute(to, name, value);
    } catch {
      // The next one may fit.
    }
  }
}

/** Null where the package has no binary for the system. */
const attributes = import('@napi-rs/xattr').catch(() => null);
