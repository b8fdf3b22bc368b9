import type { Finding, FindingKind, Mend } from '@shared/library/care-report';
import { describe, expect, it } from 'vitest';
import { groupFindings, mendWords } from './care-words';

const finding = (kind: FindingKind, path: string, ...mends: Mend[]): Finding => ({ id: path, kind, path, content_hash: null, message: `About ${path}.`, mends });

describe('groupFindings', () => {
  it('[V81] gathers findings by kind, what needs someone soonest first', () => {
    const groups = groupFindings([finding('foreign', '/o/a'), finding('missing', '/o/b'), finding('foreign', '/o/c')], '');
    expect(groups.map(({ kind, findings }) => [kind, findings.map(({ path }) => path)])).toEqual([['missing', ['/o/b']], ['foreign', ['/o/a', '/o/c']]]);
  });

  it('[V81] offers for all of a kind only what each of them offers', () => {
    expect(groupFindings([finding('twin', '/o/a', 'trash', 'adopt'), finding('twin', '/o/b', 'adopt')], '')[0]?.mends).toEqual(['adopt']);
  });

  it('[V81] finds them by path and sentence, in any case', () => {
    const all = [finding('foreign', '/o/Harbor.png'), finding('missing', '/o/boat.png')];
    expect(['HARBOR', 'about', 'nothing'].map((text) => groupFindings(all, text).length)).toEqual([1, 2, 0]);
  });

  it('[V81] every offer is a verb', () => {
    const all: Mend[] = ['adopt', 'record', 'refile', 'trash', 'take_in', 'finish', 'restore'];
    expect(new Set(all.map((mend) => mendWords(mend, 'foreign'))).size).toBe(all.length);
  });
});
