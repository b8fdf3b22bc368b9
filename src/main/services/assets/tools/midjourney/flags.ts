/** A Midjourney command taken apart: the words, and the flags behind ` --`. */
export interface MidjourneyCommand {
  readonly prompt: string;
  readonly flags: ReadonlyMap<string, string>;
  readonly jobId: string | null;
}

const JOB = /\s*Job ID:\s*([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\s*/i;
/** Flags that Midjourney has; a dash in a prompt is only a dash. */
const FLAGS = new Set(
  'ar aspect v version niji s stylize style seed sameseed q quality c chaos w weird no iw sref sw sv cref cw oref ow p profile tile stop video repeat r raw draft exp hd fast relax turbo uplight upbeta upanime test testp creative motion loop end'.split(' '),
);
const MOST_FLAGS = 40;

/** `a harbour at dusk --ar 16:9 --v 6.1 Job ID: 1f…` */
export const parseMidjourney = (text: string): MidjourneyCommand => {
  const jobId = JOB.exec(text)?.[1]?.toLowerCase() ?? null;
  const parts = text.replace(JOB, ' ').split(/\s(?:--|—)(?=[a-z])/i);
  const flags = new Map<string, string>();
  let prompt = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const name = /^[a-z]+/i.exec(part)?.[0].toLowerCase() ?? '';
    if (FLAGS.has(name) && flags.size < MOST_FLAGS) flags.set(name, part.slice(name.length).trim());
    else if (flags.size === 0) prompt += ` --${part}`;
  }
  return { prompt: prompt.trim(), flags, jobId };
};
