import type { JsonSchema } from '../json-schema';
import { nounOfSchema } from '../shared-schemas';

/** What a field may hold, in words. */
export function typeWords(schema: JsonSchema): string {
  const noun = nounOfSchema(schema);
  if (noun !== undefined) return noun;
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].map((each) => typeWords(each as JsonSchema)).join(' or ');
  if (schema['format'] === 'date-time') return 'time';
  if (schema['format'] === 'uuid') return 'UUID';
  const kinds = [schema['type'] ?? 'anything'].flat() as string[];
  return kinds.map((kind) => kindWords(kind, schema)).join(' or ');
}

function kindWords(kind: string, schema: JsonSchema): string {
  switch (kind) {
    case 'string':
      return 'const' in schema || 'enum' in schema ? 'word' : 'text';
    case 'integer':
      return `whole number${rangeWords(schema)}`;
    case 'number':
      return `number${rangeWords(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return schema['items'] === undefined ? 'list' : `list of ${several(typeWords(schema['items'] as JsonSchema))}`;
    case 'object':
      return 'object';
    case 'null':
      return 'null';
    default:
      return 'any JSON';
  }
}

function rangeWords(schema: JsonSchema): string {
  const [least, above, most] = ['minimum', 'exclusiveMinimum', 'maximum'].map((keyword) => schema[keyword] as number | undefined);
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (above !== undefined) return ` above ${above}`;
  return least === undefined ? '' : ` from ${least}`;
}

function several(words: string): string {
  return `${words}${words.endsWith('sh') ? 'es' : 's'}`;
}

/** The words that a field is limited to; none when it is free. */
export function allowedWords(schema: JsonSchema): readonly string[] {
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].flatMap((each) => allowedWords(each as JsonSchema));
  const words = 'const' in schema ? [schema['const']] : Array.isArray(schema['enum']) ? schema['enum'] : [];
  return words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)));
}
