/** Occurrences of a name that are looked at; a packet says a property once. */
const MOST_PLACES = 20;
const MOST_TEXT = 1024 * 1024;

/**
 * The text of an XMP property: attribute, element, or the first item of its list. XMP is RDF, yet generators write these few
 * properties in one of three plain forms, so no XML is parsed and only the five named entities and numbers are replaced.
 * @param name with its usual prefix: `dc:description`
 */
export const xmpText = (packet: string, name: string): string | null => {
  let from = 0;
  for (let places = 0; places < MOST_PLACES; places++) {
    const at = packet.indexOf(name, from);
    if (at === -1) return null;
    from = at + name.length;
    const value = /[\s<]/.test(packet[at - 1] ?? '') ? valueAt(packet, from, name) : null;
    if (value !== null && value.trim() !== '') return value.trim();
  }
  return null;
};

/** The text of the first property with this local name, whatever its prefix: `prompt` finds `comfy:prompt`. */
export const xmpTextOfAny = (packet: string, local: string): string | null => {
  let from = 0;
  for (let places = 0; places < MOST_PLACES; places++) {
    const at = packet.indexOf(`:${local}`, from);
    if (at === -1) return null;
    from = at + local.length + 1;
    const prefix = /[\s<]([A-Za-z][\w.-]{0,40})$/.exec(packet.slice(Math.max(0, at - 42), at))?.[1];
    const value = prefix === undefined ? null : valueAt(packet, from, `${prefix}:${local}`);
    if (value !== null && value.trim() !== '') return value.trim();
  }
  return null;
};

const valueAt = (packet: string, from: number, name: string): string | null => {
  const attribute = /^\s{0,20}=\s{0,20}(["'])/.exec(packet.slice(from, from + 44));
  if (attribute !== null) {
    const start = from + attribute[0].length;
    const end = packet.indexOf(attribute[1] ?? '"', start);
    return end === -1 ? null : unescaped(packet.slice(start, Math.min(end, start + MOST_TEXT)));
  }
  const next = packet[from] ?? '';
  if (next !== '>' && !/\s/.test(next)) return null;
  const open = packet.indexOf('>', from);
  if (open === -1 || packet[open - 1] === '/') return null;
  const close = packet.indexOf(`</${name}`, open);
  const inner = packet.slice(open + 1, close === -1 ? open + 1 : Math.min(close, open + 1 + MOST_TEXT));
  const item = inner.indexOf('<rdf:li');
  if (item === -1) return unescaped(inner);
  const start = inner.indexOf('>', item) + 1;
  const end = inner.indexOf('</rdf:li', start);
  return start === 0 || end === -1 ? null : unescaped(inner.slice(start, end));
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML or HTML with its entities replaced, each once. */
export const unescaped = (text: string): string =>
  text.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1').replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
