// The text of .env files: NAME=value lines, quotes, comments.

const linePattern = /^[ \t]*(?:export[ \t]+)?([^=\s#][^=\n]*?)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[^])*)"|'([^']*)'|`([^`]*)`|([^\n#]*))?[^\n]*$/gm;

function parseEnv(content) {
  const result = {};
  for (const match of content.replace(/\r\n?/g, '\n').matchAll(linePattern)) {
    const [, name, double, single, back, bare] = match;
    let value = bare?.trim() ?? '';
    if (double !== undefined) value = double.replaceAll('\\n', '\n');
    else if (single !== undefined) value = single;
    else if (back !== undefined) value = back;
    result[name] = value;
  }
  return result;
}

module.exports = { parseEnv };
