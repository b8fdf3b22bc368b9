import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

/**
 * A number in a text is written as the language writes numbers, `{count, number}`: 12,345. One that names something, such as
 * an event, a version or an answer of a server, is handed over as text.
 */

const sayers = new Set(['t', 'rich', 'partsOf']);

/** @type {import('eslint').Rule.RuleModule} */
export const saidNumbers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      plain: 'The number “{{ name }}” stands in this text as {{{ name }}, number}; one that is a name and no amount is handed over as String(…).',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    return {
      CallExpression(node) {
        const [text, values] = node.arguments;
        if (node.callee.type !== 'Identifier' || !sayers.has(node.callee.name) || text?.type !== 'Literal' || values === undefined) return;
        const checker = program.getTypeChecker();
        const given = esTreeNodeToTSNodeMap.get(values);
        const type = checker.getTypeAtLocation(given);
        for (const name of plainPlaces(String(text.value))) {
          const property = type.getProperty(name);
          if (property !== undefined && isNumber(checker.getTypeOfSymbolAtLocation(property, given))) {
            context.report({ node: text, messageId: 'plain', data: { name } });
          }
        }
      },
    };
  },
};

/** Places that take what they are given as it is. A text that cannot be read is a matter of the check of language files. */
function plainPlaces(text) {
  try {
    return new Set(placesIn(parse(text)));
  } catch {
    return new Set();
  }
}

function* placesIn(elements) {
  for (const element of elements) {
    if (element.type === TYPE.argument) yield element.value;
    if (element.type === TYPE.tag) yield* placesIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    for (const { value } of Object.values(element.options)) yield* placesIn(value);
  }
}

function isNumber(type) {
  return type.isUnion() ? type.types.every(isNumber) : (type.flags & ts.TypeFlags.NumberLike) !== 0;
}
