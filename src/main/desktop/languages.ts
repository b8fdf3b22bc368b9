import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, type Language, type LanguageName } from '@shared/language/language';
import { languageFile } from '@shared/language/language-file';
import { z } from 'zod';
import { messageOf } from '../kernel/report-bug';

const chosenFile = z.object({ language: z.string().max(35) });
const asTheSystem = 'system';

/**
 * The languages that there are: files that come with Alice, and those that a person put into `languages` beside
 * the window's state. Which one is spoken is decided before anything else is loaded, and holds until the next start.
 */
export class Languages {
  readonly #folder: string;
  readonly #known: ReadonlyMap<string, Language>;
  #chosen: string;
  readonly spoken: Language;
  /** Language files that could not be read, as sentences. */
  readonly problems: readonly string[];

  private constructor(folder: string, known: ReadonlyMap<string, Language>, problems: readonly string[], system: () => readonly string[]) {
    this.#folder = folder;
    this.#known = known;
    this.problems = problems;
    this.#chosen = chosenIn(folder);
    this.spoken = this.#chosen === asTheSystem ? nearest(system(), known) : (known.get(this.#chosen) ?? english);
  }

  /** @param system BCP 47 tags that the system prefers, the first one most; asked only when nothing was chosen. */
  static open(folder: string, bundled: string, system: () => readonly string[]): Languages {
    const known = new Map<string, Language>([[english.tag, english]]);
    const problems: string[] = [];
    for (const place of [bundled, join(folder, 'languages')]) {
      for (const name of filesIn(place)) {
        try {
          const language = languageFile.parse(JSON.parse(readFileSync(join(place, name), 'utf8')));
          if (language.tag !== english.tag) known.set(language.tag, language);
        } catch (error) {
          problems.push(`${name} is no language file, so its language cannot be chosen: ${messageOf(error)}`);
        }
      }
    }
    return new Languages(folder, known, problems, system);
  }

  /** All that can be chosen, each under the name it gives itself. */
  get all(): readonly LanguageName[] {
    return [...this.#known.values()].map(({ tag, name }) => ({ tag, name }));
  }

  /** Has a language spoken from the next start on: a tag, or `system`. */
  keep(language: string): void {
    if (language === this.#chosen) return;
    this.#chosen = language;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'language.json'), JSON.stringify({ language }));
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  } catch {
    return [];
  }
}

function chosenIn(folder: string): string {
  try {
    return chosenFile.parse(JSON.parse(readFileSync(join(folder, 'language.json'), 'utf8'))).language;
  } catch {
    return asTheSystem;
  }
}

/** The first wish that there is a language for, `de` serving for `de-AT` too; English when there is none. */
function nearest(wishes: readonly string[], known: ReadonlyMap<string, Language>): Language {
  for (const wish of wishes) {
    for (let tag = wish; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const language = known.get(tag);
      if (language !== undefined) return language;
    }
  }
  return english;
}
