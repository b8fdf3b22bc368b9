import { assetDetected, assetOrganized } from '@shared/events/asset-events';
import { type AliceEvent, catalog, type RecordedEvent } from '@shared/events/catalog';
import { qualityAssessed } from '@shared/events/quality-events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFrom, recordedFrom, wholeStory } from '../../main/testing/sample-events';
import { describeEvent, namedThing } from './describe-event';
import { eventLine } from './event-line';
import { printable } from './printable';
import { bytesInWords, confidenceInWords, countOf, folderOf, lastFolders, starsInWords } from './words';

/** Some value for any field of any payload. */
function valueOf(field: string): unknown {
  if (/^(updated_fields|output_assets|quality_issues|bands|changed)$/.test(field)) return ['x'];
  if (field === 'generation_params') return { tool: 'comfyui' };
  if (/_ms$|_size$|_number$|^star_rating$|_stars$|^stars$|_changed$|^total|^steps|^attempts$|^version$|score$/.test(field)) return 3;
  return 'word';
}
const anyPayload: object = new Proxy({}, { get: (_, field) => valueOf(String(field)) });

describe('[V15] every event in plain words', () => {
  it.each(catalog.map(({ type }) => type))('[V15] %s has a title of its own', (type) => {
    const event = { ...eventFrom(wholeStory('a')[0]), event_type: type, data: anyPayload } as unknown as AliceEvent;
    const { title } = describeEvent(event);
    expect(title).not.toBe('');
    expect(title).not.toBe(type);
  });

  it('[V15] tells the story of a file, with the reason of each step', () => {
    const told = recordedFrom(wholeStory('boat.png'), 'story').map((event) => describeEvent(event));
    expect(told.map(({ title, detail }) => `${title}. ${detail ?? ''}`)).toEqual([
      'Seen in the inbox. 10 bytes so far; waiting until it stops growing',
      'Found in the inbox. Folder harbor gave the project; 10 bytes',
      'Recognised as ComfyUI. A guess; no model named',
      'Rated four stars. BRISQUE 30.0 is below the 4-star limit of 45',
      'Filed as boat.png. Copied and verified, original kept; by day, project, tool and stars',
    ]);
    expect(told[2]?.quote).toBe('a boat');
  });

  it('[V15] says of the lowest rating that it is at or above the last limit', () => {
    const rated = eventFrom(qualityAssessed({
      content_hash: 'a'.repeat(64), file_path: '/a', star_rating: 1, combined_score: 0.1, brisque_score: 90, quality_issues: ['low_contrast'],
    }));
    expect(describeEvent(rated).detail).toBe('BRISQUE 90.0 is at or above the limit of 80; measured: low contrast');
  });

  it('[V15] shows a type that it does not know by its name', () => {
    const unknown = { ...eventFrom(wholeStory('a')[0]), event_type: 'moon.landed' } as unknown as AliceEvent;
    expect(describeEvent(unknown).title).toBe('moon.landed');
    expect(namedThing(unknown)).toBe('a');
  });
});

describe('[A9] text from files is only text', () => {
  it('[A9] control characters and marks of direction become visible, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(printable('a\u001b[2Jb\u202egnp\nc')).toBe('a\\u001b[2Jb\\u202egnp c');
    expect(printable('日本 🎨 é')).toBe('日本 🎨 é');
  });

  it('[A9] an event is one line, also when its file name is hostile', () => {
    const [event] = recordedFrom([assetDetected({ file_path: '/in/\u001b]0;owned\u0007\r\nx.png', file_size: 1, project_name: 'p' })], 's', 12);
    expect(eventLine(event!)).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {6}12 {2}asset\.detected {8}test {7}[^\p{Cc}]+$/u);
  });

  it('[V15] the line of a filed picture says where it lies', () => {
    const [event] = recordedFrom([assetOrganized({
      content_hash: 'a'.repeat(64), source_path: '/in/x.png', destination_path: '/o/2026-01-02/p/comfyui/5-star/p-001.png', project_name: 'p',
      source_type: 'comfyui', date_folder: '2026-01-02',
    })], 's');
    expect(eventLine(event as RecordedEvent)).toMatch(/Filed as p-001\.png · 2026-01-02\/p\/comfyui\/5-star$/);
  });
});

describe('[V16] words', () => {
  it.each([[0, '0 bytes'], [999, '999 bytes'], [1000, '1.0 kB'], [3_400_000, '3.4 MB'], [123_456_789, '123 MB'], [5e15, '5000 TB']])('[V16] %d bytes are %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });

  it('[V16] counts, stars, folders and certainty', () => {
    expect([countOf(1, 'file'), countOf(1200, 'file'), starsInWords(1), starsInWords(5)]).toEqual(['1 file', '1,200 files', 'one star', 'five stars']);
    expect([folderOf('/a/b.png'), folderOf('b.png'), lastFolders('/x/y/z/b.png', 2)]).toEqual(['/a', '', 'y/z']);
    expect([1, 0.8, 0.6, 0.1].map(confidenceInWords)).toEqual(['Certain', 'Very likely', 'Likely', 'A guess']);
  });
});
