import { z } from 'zod';
import { t } from '../language/language';

/** More folders than these nobody can keep in mind. */
export const mostSources = 50;
const [mostName, mostProject, mostPath] = [60, 100, 4_096];

/** A folder beside the inbox that is watched, and what is done with what comes into it. */
export const sourceSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(mostName),
  path: z.string().min(1).max(mostPath),
  /** The project of all its files; null when the first folder inside it gives the project, as in the inbox. */
  project: z.string().min(1).max(mostProject).nullable(),
  /** A source that is copied from is never changed. */
  operation: z.enum(['copy', 'move']),
  /** Whether folders inside it are looked into. */
  subfolders: z.boolean(),
  /** Whether files that are no pictures or videos are left alone without a word; otherwise they are set aside as in the inbox. */
  only_media: z.boolean(),
  /** Whether it is looked through again and again, for a drive that tells of no changes and is not known to be one. */
  polling: z.boolean(),
  enabled: z.boolean(),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;

/** All of a source that a person chooses, apart from its folder. */
export const sourceChoiceSchema = sourceSchema.omit({ id: true, path: true });
export type SourceChoice = Readonly<z.infer<typeof sourceChoiceSchema>>;

/** Sources as they were kept: what is no source is passed over, so that one bad line does not cost the others. */
export const storedSources = z.array(z.unknown()).catch([])
  .transform((kept) => kept.flatMap((each) => sourceSchema.safeParse(each).data ?? []).slice(0, mostSources));

/** How a folder is taken from when nothing else was said: nothing in it is touched, and only pictures and videos count. */
export const usualChoice: Omit<SourceChoice, 'name'> = {
  project: null, operation: 'copy', subfolders: true, only_media: true, polling: false, enabled: true,
};

/** A source as it is now. */
export interface SourceNow extends Source {
  /** `refused` when it lies where no source may lie, which may have come about since it was added. */
  readonly state: 'watching' | 'paused' | 'missing' | 'refused';
  /** Why it is not watched, with the way out; null when there is nothing to say. */
  readonly sentence: string | null;
  /** Files that were found in it and have no outcome yet. */
  readonly waiting: number;
  readonly set_aside: number;
}

/** What is wrong with the name or project of a source, as a sentence; null when nothing is. */
export function choiceProblem(choice: Pick<SourceChoice, 'name' | 'project'>, others: readonly Pick<Source, 'name'>[]): string | null {
  const name = choice.name.trim();
  if (name === '') return t('The source has no name. Write one, for example “ComfyUI output”.');
  if (name.length > mostName) {
    return t('The name has {letters, number} letters; {most, number} are the most. Shorten it.', { letters: name.length, most: mostName });
  }
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return t('There is a source “{name}” already. Give this one another name.', { name });
  const project = choice.project?.trim();
  if (project === '') return t('The project has no name. Write one, or let the folders inside give the project.');
  if (project !== undefined && project.length > mostProject) {
    return t('The project’s name has {letters, number} letters; {most, number} are the most. Shorten it.', { letters: project.length, most: mostProject });
  }
  return null;
}

/** A name that no source has yet, for a folder: its own, with a number when that is taken. */
export function freeSourceName(folder: string, others: readonly Pick<Source, 'name'>[]): string {
  const parts = folder.split(/[/\\]/).filter((part) => part !== '');
  const last = (parts.at(-1) ?? folder).slice(0, mostName - 5);
  // “output” says little; which program's it is says more.
  const name = /^(outputs?|images?|results?)$/i.test(last) && parts.length > 1 ? `${parts.at(-2)?.slice(0, mostName - 15)} ${last}` : last;
  const taken = new Set(others.map((other) => other.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}
