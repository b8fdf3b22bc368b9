import { ask } from '../../store/ask';
import { useView } from '../../store/use-view';
import { standAt, standNow } from '../../store/use-older';

/** The first moment of the local day. */
export function startOfDay(moment: number): number {
  const at = new Date(moment);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** The last moment of the local day. */
export function endOfDay(moment: number): number {
  const at = new Date(moment);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime() - 1;
}

/** Stands at the end of the next day on which something that passes the filter happened; without one, at the newest events. */
export async function standAtNextDay(moment: number): Promise<void> {
  const { families, text, patterns, since, from } = useView.getState().timeline;
  const filter = { families: [...families], text, patterns: [...patterns], since, from };
  const end = endOfDay(moment);
  const page = await ask('timeline/page', { ...filter, before: null, at: new Date(end).toISOString(), limit: 1 });
  const next = page?.events.findLast(({ timestamp }) => Date.parse(timestamp) > end);
  if (next === undefined) standNow();
  else await standAt({ moment: endOfDay(Date.parse(next.timestamp)) });
}
