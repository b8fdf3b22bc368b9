/** Writers for the nested formats: ISO boxes (MP4, AVIF), JUMBF with CBOR (C2PA), and EBML (WebM). */

export const isoBox = (type: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 0);
  head.write(type, 4, 'latin1');
  return new Uint8Array(Buffer.concat([head, ...parts]));
};

export const u32be = (...numbers: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return new Uint8Array(bytes);
};

export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export type CborInput = string | number | boolean | Uint8Array | readonly CborInput[] | { readonly [key: string]: CborInput };

const cborHead = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  const head = Buffer.alloc(5);
  head[0] = (major << 5) | 26;
  head.writeUInt32BE(value, 1);
  return head;
};

export const writeCbor = (value: CborInput): Uint8Array => {
  const joined = (head: Buffer, parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat([head, ...parts]));
  if (typeof value === 'boolean') return new Uint8Array([value ? 0xf5 : 0xf4]);
  if (typeof value === 'number') return new Uint8Array(cborHead(0, value));
  if (typeof value === 'string') return joined(cborHead(3, Buffer.byteLength(value)), [Buffer.from(value, 'utf8')]);
  if (value instanceof Uint8Array) return joined(cborHead(2, value.length), [value]);
  if (Array.isArray(value)) return joined(cborHead(4, value.length), (value as readonly CborInput[]).map(writeCbor));
  const entries = Object.entries(value);
  return joined(cborHead(5, entries.length), entries.flatMap(([key, inner]) => [writeCbor(key), writeCbor(inner)]));
};

/** A JUMBF superbox: a description box with the label, then the content. */
export const superbox = (label: string, ...content: readonly Uint8Array[]): Uint8Array =>
  isoBox('jumb', isoBox('jumd', new Uint8Array(16), latin1(`\x03${label}\0`)), ...content);

/** A C2PA store with one manifest: its claim and its list of actions. */
export const writeC2paStore = (claim: CborInput, actions: readonly CborInput[]): Uint8Array =>
  superbox(
    'c2pa',
    superbox(
      'urn:c2pa:test',
      superbox('c2pa.assertions', superbox('c2pa.actions.v2', isoBox('cbor', writeCbor({ actions })))),
      superbox('c2pa.claim.v2', isoBox('cbor', writeCbor(claim))),
    ),
  );

/** An EBML element with a four-byte size. */
export const ebml = (id: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const digits = id.toString(16);
  const size = Buffer.alloc(4);
  size.writeUInt32BE((0x10000000 | parts.reduce((sum, part) => sum + part.length, 0)) >>> 0);
  return new Uint8Array(Buffer.concat([Buffer.from(digits, 'hex'), size, ...parts]));
};
