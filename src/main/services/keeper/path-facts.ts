import { relative, sep } from 'node:path';

export interface PathFacts {
  readonly project_name: string;
  readonly source_type: string;
  readonly date_folder: string;
  readonly quality_folder: string | null;
}

/** What an organized path tells, `<day>/<project>/<source>[/<N>-star]/<name>`; null for a path of another shape. */
export function pathFacts(organized: string, path: string): PathFacts | null {
  const parts = relative(organized, path).split(sep);
  const [day, project_name, source_type, ...rest] = parts;
  if (day === undefined || project_name === undefined || source_type === undefined || !isDay(day)) return null;
  const [first, second, ...more] = rest;
  if (first === undefined || more.length > 0) return null;
  if (second === undefined) return { project_name, source_type, date_folder: day, quality_folder: null };
  return /^[1-5]-star$/.test(first) ? { project_name, source_type, date_folder: day, quality_folder: first } : null;
}

/** The project that a path of another shape names: its first folder that is no day. */
export function projectIn(organized: string, path: string): string {
  const folders = relative(organized, path).split(sep).slice(0, -1);
  return folders.find((name) => !isDay(name)) ?? 'uncategorized';
}

function isDay(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(name) && !Number.isNaN(Date.parse(name)) && new Date(name).toISOString().startsWith(name);
}
