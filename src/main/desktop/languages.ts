import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, type Language, type LanguageName } from '@shared/language/language';
import { isTag, languageFile } from '@shared/language/language-file';
import { z } from 'zod';
import { messageOf } from '../kernel/report-bug';

const chosenFile = z.object({ language: z.string().max(35) });
const asTheSystem = 'system';

/**
 * The languages that there are: files that come with Alice, and those that a person put into `languages` beside
 * the window's state, each named by its tag: `de.json`. Which one is spoken is decided before anything else is loaded,
 * and holds until the next start.
 */
export class Languages {
  readonly #folder: string;
  #chosen: string;
  readonly spoken: Language;
  /** All that can be chosen, each under the name it has for itself. */
  readonly all: readonly LanguageName[];
  /** Why the chosen language is not spoken, if it is not. */
  readonly problem: Error | null;

  /** @param system BCP 47 tags that the system prefers, the first one most; asked only when nothing was chosen. */
  constructor(folder: string, bundled: string, system: () => readonly string[]) {
    this.#folder = folder;
    const files = new Map([...filesIn(bundled), ...filesIn(join(folder, 'languages'))]);
    files.delete(english.tag);
    this.all = [{ tag: english.tag, name: english.name }, ...[...files.keys()].sort().map((tag) => ({ tag, name: nameOf(tag) }))];
    this.#chosen = chosenIn(folder);
    const tag = this.#chosen === asTheSystem ? nearest(system(), files) : this.#chosen;
    const file = files.get(tag);
    const read = file === undefined ? { language: english, problem: null } : readLanguage(file);
    this.spoken = read.language;
    this.problem = read.problem;
  }

  /** Has a language spoken from the next start on: a tag, or `system`. */
  keep(language: string): void {
    if (language === this.#chosen) return;
    this.#chosen = language;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'language.json'), JSON.stringify({ language }));
  }
}

function filesIn(folder: string): readonly (readonly [tag: string, file: string])[] {
  try {
    const tags = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return tags.filter(isTag).map((tag) => [tag, join(folder, `${tag}.json`)]);
  } catch {
    return [];
  }
}

function readLanguage(file: string): { readonly language: Language; readonly problem: Error | null } {
  try {
    return { language: languageFile.parse(JSON.parse(readFileSync(file, 'utf8'))), problem: null };
  } catch (error) {
    return { language: english, problem: new Error(`${file} is no language file, so Alice speaks English: ${messageOf(error)}`) };
  }
}

function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}

function chosenIn(folder: string): string {
  try {
    return chosenFile.parse(JSON.parse(readFileSync(join(folder, 'language.json'), 'utf8'))).language;
  } catch {
    return asTheSystem;
  }
}

/** The first wish that there is a language for, `de` serving for `de-AT` too; English when there is none. */
function nearest(wishes: readonly string[], files: ReadonlyMap<string, string>): string {
  for (const wish of wishes) {
    for (let tag = wish; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      if (tag === english.tag || files.has(tag)) return tag;
    }
  }
  return english.tag;
}
