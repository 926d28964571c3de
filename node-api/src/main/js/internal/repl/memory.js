// The lines of a session, for .save, and how deep in brackets the input is, for the prompt.

const count = (text, pattern) => text.match(pattern)?.length ?? 0;

function addToMemory(server, line) {
  const lines = server.lines ??= [];
  const level = lines.level ??= [];
  if (!line) {
    lines.push('');
    lines.level = [];
    return;
  }
  lines.push('  '.repeat(Math.max(0, level.length - 1)) + line);
  let depth = count(line, /[{(]/g) - count(line, /[})]/g);
  if (depth > 0) level.push({ line: lines.length - 1, depth });
  while (depth < 0 && level.length > 0) {
    const opened = level.at(-1);
    opened.depth += depth;
    depth = opened.depth;
    if (opened.depth > 0) return;
    level.pop();
  }
}

module.exports = { addToMemory };
