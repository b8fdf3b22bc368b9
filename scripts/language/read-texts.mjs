import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../lib/paths.mjs';

const sayers = new Set(['t', 'rich', 'partsOf']);

/**
 * Every text that the code says to a person, in the order of the alphabet.
 *
 * @returns {{ text: string, values: readonly string[] | null, where: string }[]} the names of the values that are given
 *   for its places; none is null where the code does not write them out.
 */
export function readTexts(folder = join(root, 'src')) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .flatMap((entry) => textsOf(join(entry.parentPath, entry.name), folder));
  return found.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

function textsOf(file, folder) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && sayers.has(node.expression.text)) {
      const [text, values] = node.arguments;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const where = `${relative(folder, file).split(sep).join('/')}:${line}`;
      if (text !== undefined && ts.isStringLiteral(text)) texts.push({ text: text.text, values: namesOf(values), where });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function namesOf(values) {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment)) return null;
  return values.properties.map((property) => property.name.text);
}
