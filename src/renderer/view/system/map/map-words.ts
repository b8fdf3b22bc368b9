import type { DeadLetter, ServiceOnMap } from '@shared/ipc/system-overview';
import { listOf } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { ServiceStats } from '@shared/library/bus-stats';
import type { MapLane } from './map-layout';

/** How a service fares. */
export interface NodeFigures {
  /** Events that it heard or said in the last minute. */
  readonly minute: number;
  /** Null for a door, which follows nothing. */
  readonly stats: ServiceStats | null;
  readonly parked: number;
}

/** `a, b and c`. */
export function inARow(names: readonly string[]): string {
  return names.length === 0 ? t('nothing') : listOf(names);
}

/** All that the map shows of a service, for those who hear it. */
export function nodeInWords({ name, hears, says }: ServiceOnMap, { minute, stats, parked }: NodeFigures): string {
  const ways = [
    hears.length > 0 && t('hears {types}', { types: inARow(hears) }),
    says.length > 0 && t('says {types}', { types: inARow(says) }),
  ].filter((way) => way !== false);
  const state = [
    t('{minute, plural, one {# event} other {# events}} in the last minute', { minute }),
    stats !== null && stats.queued > 0 && t('{waiting, number} waiting', { waiting: stats.queued }),
    stats !== null && t('lag {lag, number}', { lag: stats.lag }),
    parked > 0 && t('{parked, number} parked', { parked }),
  ];
  return `${name} ${ways.join(', ')}; ${state.filter((part) => part !== false).join(', ')}`;
}

/** All that the map shows of an event type, for those who hear it. */
export function laneInWords({ type, taps }: MapLane, minute: number): string {
  const sayers = taps.filter(({ says }) => says).map(({ service }) => service);
  const hearers = taps.filter(({ says }) => !says).map(({ service }) => service);
  const said = sayers.length === 0 ? t('said from outside') : t('said by {services}', { services: inARow(sayers) });
  const heard = hearers.length === 0 ? t('heard by no service') : t('heard by {services}', { services: inARow(hearers) });
  return t('{type}, {said}, {heard}; {minute, plural, one {# event} other {# events}} in the last minute', { type, said, heard, minute });
}

/** The one thing about a service's state that matters most. */
export interface NodeState {
  readonly words: string;
  readonly bad: boolean;
}

/** What is parked, else what waits, else the lag; null for a door, which follows nothing. */
export function nodeState({ stats, parked }: NodeFigures): NodeState | null {
  if (parked > 0) return { words: t('{parked, number} parked', { parked }), bad: true };
  if (stats === null) return null;
  return {
    words: stats.queued > 0 ? t('{waiting, number} waiting', { waiting: stats.queued }) : t('lag {lag, number}', { lag: stats.lag }),
    bad: false,
  };
}

export function parkedBy(letters: readonly DeadLetter[], service: string): number {
  return letters.filter((letter) => letter.service === service).length;
}
