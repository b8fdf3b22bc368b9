/**
 * Texts that a person sees are said through `t` or `rich`, written out where they are said:
 * only so do they come into the language files. What no person reads is told by where it stands
 * (an id, a selector, a comparison, an error of the program itself) or by its letters.
 */

const sayers = new Set(['t', 'rich']);
const word = /\p{L}{2,}/u;
const words = /\p{L}[\p{L}’',.:;)”]* +[“(…]?\p{L}|\p{L}\p{L}+ $|^ \p{L}\p{L}|\p{L}[.,:;] /u;
const machine = /[[\]=<>_\\|]|^[.#]|^\w+\(|--\w|:\/\/|\/\w+;|px$|^[a-z]+(-[a-z]+)+( |$)|^[a-z-]+ '|^(Ctrl|Alt|Shift|Cmd|Meta|Home|End|Enter|Space)([ +]|$)/u;
const textAttributes = /^(label|title|placeholder|alt|about|none|heading|text|hint|note|name|removeLabel|skipName|aria-(label|description|roledescription|valuetext))$/;
const codeAttributes = /^(id|key|keptAs|className|htmlFor|style|d|transform|href|src|placement|shortcut|type|role|viewBox|points|lang|keys|data-.*|aria-(labelledby|describedby|controls|activedescendant|owns|keyshortcuts))$/;
const codeProperties = /^(where|summary|serviceName|keys|shortcut|gridTemplateColumns|transform|font|transition|placement)$/;
const codeCalls = /(^|\.)(querySelector(All)?|closest|matches|getPropertyValue|matchMedia|useMedia|cxIds|write|cx|focusSoon|executeJavaScript|prepare|exec|insertCSS|regex|startsWith|endsWith|includes|replace|replaceAll|split)$/;

/** @type {import('eslint').Rule.RuleModule} */
export const saidTexts = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unsaid: 'A text that a person sees is said through t(…) or rich(…): “{{ text }}”.',
      moving: 'The text is written out here, not put together, so that the language files can be made from the code.',
    },
  },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: 'unsaid', data: { text: text.trim().replace(/\s+/g, ' ').slice(0, 60) } });
    const check = (node, text, whole) => {
      if (word.test(text) && (whole || words.test(text)) && !machine.test(text) && !standsAsCode(node, context)) report(node, text);
    };
    return {
      JSXText: (node) => word.test(node.value) && report(node, node.value),
      Literal(node) {
        if (typeof node.value !== 'string') return;
        check(node, node.value, node.parent.type === 'JSXAttribute' && textAttributes.test(nameOf(node.parent)));
      },
      TemplateLiteral(node) {
        check(node, node.quasis.map(({ value }) => value.cooked).join('0'), false);
      },
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || !sayers.has(node.callee.name) || node.arguments.length === 0) return;
        if (node.arguments[0].type !== 'Literal') context.report({ node, messageId: 'moving' });
      },
    };
  },
};

const nameOf = (attribute) => (attribute.name.type === 'JSXNamespacedName' ? attribute.name.name.name : attribute.name.name);

/** Whether the place alone says that no person reads it. */
function standsAsCode(node, context) {
  let child = node;
  for (let parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'TSLiteralType':
      case 'TaggedTemplateExpression':
        return true;
      case 'SwitchCase':
        return parent.test === child;
      case 'BinaryExpression':
        if (['===', '!==', 'in'].includes(parent.operator)) return true;
        break;
      case 'MemberExpression':
        if (parent.property === child) return true;
        break;
      case 'JSXAttribute':
        return codeAttributes.test(nameOf(parent));
      case 'Property':
        if (parent.key === child) return true;
        return parent.key.type === 'Identifier' && codeProperties.test(parent.key.name);
      case 'NewExpression':
        return /^((|Type|Range)Error|HubClosing)$/.test(context.sourceCode.getText(parent.callee));
      case 'CallExpression': {
        if (parent.callee === child) return false;
        const called = context.sourceCode.getText(parent.callee);
        return sayers.has(called) || codeCalls.test(called);
      }
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'JSXExpressionContainer':
        break;
      default:
        return false;
    }
  }
  return false;
}
