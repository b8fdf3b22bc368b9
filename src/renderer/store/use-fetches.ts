import { t } from '@shared/language/language';
import type { FetchProgress } from '@shared/ipc/drop-calls';
import { create } from 'zustand';
import { askQuietly } from './ask';

/** A link that is being fetched into the inbox, or waits for those before it. */
export interface Fetch {
  readonly id: string;
  /** The last part of its address, and where that lies. */
  readonly name: string;
  readonly host: string | null;
  readonly running: boolean;
  readonly bytes: number;
  /** Null as long as the server does not say. */
  readonly total: number | null;
}

export const useFetches = create<{ readonly fetches: readonly Fetch[] }>(() => ({ fetches: [] }));

const change = (id: string, with_: (fetch: Fetch) => Fetch) =>
  useFetches.setState(({ fetches }) => ({ fetches: fetches.map((fetch) => (fetch.id === id ? with_(fetch) : fetch)) }));

/** Lists links that are to be fetched. Resolves with the ids that they have from now on. */
export function listFetches(links: readonly string[]): readonly string[] {
  const listed = links.map((link): Fetch => ({ id: crypto.randomUUID(), ...wordsOf(link), running: false, bytes: 0, total: null }));
  useFetches.setState(({ fetches }) => ({ fetches: [...fetches, ...listed] }));
  return listed.map(({ id }) => id);
}

/** Whether it is still wanted; then it counts as begun. */
export function beginFetch(id: string): boolean {
  const wanted = useFetches.getState().fetches.some((fetch) => fetch.id === id);
  if (wanted) change(id, (fetch) => ({ ...fetch, running: true }));
  return wanted;
}

export const endFetch = (id: string) => useFetches.setState(({ fetches }) => ({ fetches: fetches.filter((fetch) => fetch.id !== id) }));

/** One that waits is taken off the list; one that runs ends with a sentence. */
export async function stopFetch(id: string): Promise<void> {
  const fetch = useFetches.getState().fetches.find((each) => each.id === id);
  if (fetch?.running === true) await askQuietly('inbox/stop-link', { id });
  else endFetch(id);
}

export const hearFetching = ({ id, bytes, total }: FetchProgress) => change(id, (fetch) => ({ ...fetch, bytes, total }));

function wordsOf(link: string): Pick<Fetch, 'name' | 'host'> {
  if (!URL.canParse(link)) return { name: link, host: null };
  const url = new URL(link);
  if (url.protocol === 'data:') return { name: t('A picture from the clipboard or a page'), host: null };
  const last = url.pathname.split('/').findLast((part) => part !== '');
  return { name: last === undefined ? url.host : decoded(last), host: url.host };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
