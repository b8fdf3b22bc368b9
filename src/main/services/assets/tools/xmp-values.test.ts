import { describe, expect, it } from 'vitest';
import { xmpPacket } from '../testing/sample-settings';
import { unescaped, xmpText, xmpTextOfAny } from './xmp-values';

describe('values of XMP', () => {
  it('[P76] are read from attributes, elements and lists, with their entities', () => {
    for (const form of ['list', 'element', 'attribute'] as const) {
      const packet = xmpPacket({ 'dc:description': 'a < b & "c"', 'xmp:CreatorTool': 'X' }, form);
      expect([xmpText(packet, 'dc:description'), xmpText(packet, 'xmp:CreatorTool'), xmpTextOfAny(packet, 'CreatorTool')]).toEqual(['a < b & "c"', 'X', 'X']);
    }
    expect(unescaped('&amp;lt; &#38; &#x1F40B; &bogus; &#0; &#99999999;')).toBe('&lt; & \u{1f40b} &bogus; &#0; &#99999999;');
    expect(unescaped('<![CDATA[a & b]]>')).toBe('a & b');
  });

  it('[P76] a name that only begins or ends alike is another', () => {
    const packet = '<r xdc:description="no" dc:descriptionWriter="no" dc:description = \'yes\' />';
    expect(xmpText(packet, 'dc:description')).toBe('yes');
    expect(xmpText('<dc:description/>', 'dc:description')).toBeNull();
    expect(xmpText('<dc:description>never closed', 'dc:description')).toBeNull();
    expect(xmpTextOfAny(':prompt="x"', 'prompt')).toBeNull();
  });

  it('[P76] a packet built to be slow is not', () => {
    const began = performance.now();
    expect(xmpText('<dc:description '.repeat(200_000), 'dc:description')).toBeNull();
    expect(xmpTextOfAny(' a:prompt '.repeat(200_000), 'prompt')).toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
