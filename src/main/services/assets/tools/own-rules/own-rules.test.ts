import { type OwnRule, ownRuleProblem, ownRuleSchema } from '@shared/library/own-rule';
import { toolName } from '@shared/library/provenance';
import { describe, expect, it } from 'vitest';
import { pngWith } from '../../testing/inspect-bytes';
import { inspectWith } from '../../testing/inspect-with';
import { a1111Text } from '../../testing/sample-texts';
import { writePng } from '../../testing/write-png';
import { globMatches } from './glob';

const byName = (pattern: string, tool = 'My Studio'): OwnRule => ({ kind: 'file-name', pattern, tool });

describe('rules of one’s own', () => {
  it('[P71] name the tool, before anything else does; what was generated is still read', async () => {
    const ownRules = [byName('render_*.png')];
    const { provenance } = await inspectWith(pngWith({ parameters: a1111Text() }), 'render_0001.png', { ownRules });
    expect(provenance).toMatchObject({ tool: 'my-studio', origin: 'ai', confidence: 1, seed: '18446744073709551615', steps: 28 });
    expect(provenance.evidence).toEqual([
      { kind: 'own-rule', key: 'file name', excerpt: 'your rule “render_*.png” fits render_0001.png' },
      { kind: 'structured', key: 'parameters', excerpt: 'Version: v1.10.1' },
    ]);
    const plain = await inspectWith(writePng(), 'RENDER_7.PNG', { ownRules });
    expect(plain.provenance).toMatchObject({ tool: 'my-studio', origin: 'ai', prompt: null });
    expect((await inspectWith(writePng(), 'my render_1.png', { ownRules })).provenance.tool).toBe('unknown');
  });

  it('[P71] look at metadata keys and, on request, at what stands there', async () => {
    const file = pngWith({ 'X-Studio': 'engine 4', Software: 'House Tool' });
    const toolBy = async (rule: OwnRule) => (await inspectWith(file, 'a.png', { ownRules: [rule] })).provenance.tool;
    expect(await toolBy({ kind: 'metadata-key', pattern: 'x-studio', tool: 'Grok' })).toBe('grok');
    expect(await toolBy({ kind: 'metadata-key', pattern: 'Software', value: 'House*', tool: 'SD.Next' })).toBe('sd-next');
    expect(await toolBy({ kind: 'metadata-key', pattern: 'Software', value: 'Horse*', tool: 'SD.Next' })).toBe('unknown');
    expect(toolName('sd-next')).toBe('SD.Next');
  });

  it('[P71] the first rule that fits counts; a wrong rule harms nothing', async () => {
    const ownRules = [byName('*'), byName('a*', 'First'), byName('*.png', 'Second')];
    expect((await inspectWith(writePng(), 'abc.png', { ownRules })).provenance.tool).toBe('first');
    expect((await inspectWith(writePng(), 'xbc.png', { ownRules })).provenance.tool).toBe('second');
  });

  it.each([
    [byName('render_*.png'), null],
    [byName('  '), /pattern is empty\. Write one, for example “render_\*\.png”/],
    [byName('*?*'), /“\*\?\*” fits every file/],
    [byName('^render\\d+$'), /looks like a regular expression\. Here \* stands for any letters/],
    [byName('out/render*'), /names a folder/],
    [byName('a'.repeat(201)), /201 letters; 200 are the most/],
    [byName('a*', ' '), /names no tool/],
    [byName('a*', '画'), /cannot make a folder name of “画”/],
    [byName('a*', 'Unknown'), /Choose another name/],
    [byName('a*', 'x'.repeat(61)), /61 letters; 60 are the most/],
    [{ kind: 'metadata-key', pattern: '', tool: 'x' } as const, /metadata key is empty/],
    [{ kind: 'metadata-key', pattern: 'Software', value: '(?=a)', tool: 'x' } as const, /regular expression/],
  ])('[P72] a rule that cannot work says why: %j', (rule, problem) => {
    expect(ownRuleSchema.parse(rule)).toEqual(rule);
    if (problem === null) expect(ownRuleProblem(rule)).toBeNull();
    else expect(ownRuleProblem(rule)).toMatch(problem);
  });

  it.each([
    ['render_*.png', 'render_.png', true], ['render_*.png', 'render_1.jpg', false], ['a?c', 'abc', true], ['a?c', 'ac', false], ['*b*b*', 'aabab', true], ['', '', true],
    ['*.png', '.png', true], ['a*', 'b', false], ['?', '画', true], ['Ä*', 'ä\u0308', true], ['a*b', 'ab', true], ['**a', 'bba', true], ['a*b*c', 'abcb', false],
  ])('[P72] %s against %s: %s', (pattern, text, fits) => expect(globMatches(pattern, text)).toBe(fits));

  it('[P72] no pattern makes it hang', () => {
    const began = performance.now();
    expect(globMatches(`${'*a'.repeat(100)}b`, 'a'.repeat(4_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
