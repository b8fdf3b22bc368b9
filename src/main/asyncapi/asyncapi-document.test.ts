import { Parser } from '@asyncapi/parser';
import { catalog } from '@shared/events/catalog';
import { assetDiscovered } from '@shared/events/asset-events';
import { addressOf } from '@shared/events/channels';
import { defineEvent } from '@shared/events/define-event';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { doorManifests, serviceManifests } from '../hub/service-manifests';
import { asyncApiDocument } from './asyncapi-document';
import { eventApi } from './event-api';
import { flowDrawing, withDrawing } from './flow-drawing';
import { aliceEventApi } from './generated-files';
import { eventsPage } from './page/events-page';
import { toYaml } from './to-yaml';

type Json = Record<string, Record<string, Record<string, unknown>>>;
const yaml = toYaml(asyncApiDocument(aliceEventApi()));
const document = parse(yaml) as Json;

describe('[B21] the AsyncAPI document', () => {
  // The parser takes long to load, so all that needs it is asked here.
  it('[B21] is AsyncAPI 3.0 without an error or a warning', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(yaml);
    expect(diagnostics.filter(({ severity }) => [0, 1].includes(severity))).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
    expect(parsed?.info().title()).toBe('AliceMultiverse Event API');
    expect(parsed?.allMessages().all().map((message) => message.name()).sort()).toEqual(catalog.map(({ type }) => type).sort());
    expect(parsed?.allServers().all().map((server) => server.protocol()).sort()).toEqual(['kafka', 'redis']);
    const broken = await new Parser().parse(yaml.replace('action: send', 'action: shout'));
    expect(broken.diagnostics.filter(({ severity }) => [0].includes(severity)).length).toBeGreaterThan(0);
  }, 120_000);

  it('[B21] has the published channels, and the addresses that go with them', () => {
    const addresses = Object.values(document['channels'] ?? {}).map((channel) => channel['address']);
    expect(addresses).toEqual(['alice.assets.{eventType}', 'alice.workflows.{eventType}', 'alice.creative.{eventType}', 'alice.system.{eventType}']);
    expect(addressOf('asset.discovered', 'asset')).toBe('alice.assets.discovered');
    expect(addressOf('quality.assessed', 'quality')).toBe('alice.assets.quality-assessed');
    expect(addressOf('workflow.step_completed', 'workflow')).toBe('alice.workflows.step-completed');
    expect(addressOf('project.created', 'creative')).toBe('alice.creative.project-created');
    expect(addressOf('hub.started', 'system')).toBe('alice.system.hub-started');
    const all = aliceEventApi().events.map(({ address }) => address);
    expect(new Set(all).size).toBe(catalog.length);
  });

  it('[B21] has a send for each event that someone says, and a receive for each that someone hears', () => {
    const operations = Object.entries(document['operations'] ?? {});
    const count = (action: string) => operations.filter(([, operation]) => operation['action'] === action).length;
    const manifests = [...serviceManifests, ...doorManifests];
    expect(count('send')).toBe(manifests.flatMap(({ publishes }) => [...publishes]).length);
    expect(count('receive')).toBe(manifests.flatMap(({ consumes }) => [...consumes]).length);
    expect(document['operations']).toMatchObject({
      intakeSendsAssetDiscovered: { action: 'send', channel: { $ref: '#/channels/assetEvents' } },
      assetsReceivesAssetDiscovered: { action: 'receive', messages: [{ $ref: '#/channels/assetEvents/messages/assetDiscovered' }] },
    });
  });

  it('[B21] says in its first lines that it is generated, and by what', () => {
    expect(yaml).toMatch(/^# Generated .*`npm run docs`/);
  });
});

describe('[B21] the drawing', () => {
  it('[B21] has a line for each service, what it hears before it and what it says behind it', () => {
    const lines = flowDrawing(eventApi(serviceManifests, doorManifests)).split('\n');
    for (const { name, publishes } of serviceManifests) {
      expect(lines.filter((line) => line.includes(`─▶ ${name} `) && publishes.every(({ type }) => line.includes(type)))).toHaveLength(1);
    }
  });

  it('[B21] is put between its markers and nowhere else', () => {
    const text = 'above\n<!-- flow:begin -->\nold\n<!-- flow:end -->\nbelow\n';
    expect(withDrawing(text, 'new')).toBe('above\n<!-- flow:begin -->\nnew\n<!-- flow:end -->\nbelow\n');
    expect(() => withDrawing('no markers', 'new')).toThrow('no place for the drawing');
  });
});

describe('[B21] the page', () => {
  it('[B21] names every event, and holds no script, no style, no handler and no address outside', () => {
    const page = eventsPage(aliceEventApi());
    for (const { type } of catalog) expect(page).toContain(`id="${type}"`);
    expect(page).not.toMatch(/<script|<style|style=|\son\w+=|https?:|javascript:|<img|<iframe|<base/i);
    expect(page.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" href="events.css">']);
  });

  it('[B21] text of the catalog is only ever text', () => {
    const evil = defineEvent('asset.evil', '1.0.0', {
      '<img src=x onerror=alert(1)>': z.enum(['</td><script>', '"\'&']).default('"\'&'),
    }, { summary: 'A <script>alert(1)</script> & more.' });
    const page = eventsPage(eventApi(serviceManifests, doorManifests, [evil, assetDiscovered]));
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('A &lt;script&gt;alert(1)&lt;/script&gt; &amp; more.');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&quot;&#39;&amp;');
  });
});
