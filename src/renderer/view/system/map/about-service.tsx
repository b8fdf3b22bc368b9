import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { type Fact, Facts } from '../../../parts/facts';
import { number } from '../../../parts/numbers';
import { Section } from '../../../parts/section';
import { figuresOf } from './figures-of';
import { TypeLinks } from './links';
import styles from './map-pane.module.css';
import type { MapNode, SystemMap } from './map-layout';
import { handlerFacts } from './handler-facts';
import type { MapFlow } from './use-map-flow';

interface AboutServiceProps {
  readonly node: MapNode;
  readonly map: SystemMap;
  readonly overview: SystemOverview;
  readonly flow: MapFlow;
}

/** What a service is for, what it hears and says, and how it fares. */
export function AboutService({ node, map, overview, flow }: AboutServiceProps) {
  const { name, summary, hears, says } = node.service;
  const { minute, stats, parked } = figuresOf(node, map, overview, flow);
  const heardTypes = map.lanes.filter(({ taps }) => taps.some((tap) => tap.service === name && !tap.says)).map(({ type }) => type);
  const facts: readonly Fact[] = [
    [t('In the last minute'), number(minute)],
    ...(stats === null
      ? []
      : ([
          [t('Waiting'), number(stats.queued)],
          [t('Running'), number(stats.running)],
          [t('Lag'), number(stats.lag)],
        ] as const)),
    ...(parked > 0 ? ([[t('Parked'), number(parked)]] as const) : []),
  ];
  const handlers = overview.stats.handlers.filter((handler) => handler.name === name || handler.name === `service ${name}`);
  return (
    <>
      <p className={styles.summary}>{summary}</p>
      <Facts facts={facts} />
      <Section title={t('Hears')}>
        <TypeLinks types={hears.length === 0 ? [] : heardTypes} none={t('It is a door: it hears no events.')} flow={flow} />
      </Section>
      <Section title={t('Says')}>
        <TypeLinks types={says} none={t('It says nothing.')} flow={flow} />
      </Section>
      {handlers.map((handler) => (
        <Section key={handler.pattern} title={titleOf(handler.pattern, hears)}>
          <Facts facts={handlerFacts(handler)} />
        </Section>
      ))}
    </>
  );
}

/** A service that is told of every event only takes in those that it hears; its work on them is another matter. */
function titleOf(pattern: string, hears: readonly string[]): string {
  return pattern === '*' && !hears.includes('*') ? t('Taking in from the log') : t('Handling {pattern}', { pattern });
}
