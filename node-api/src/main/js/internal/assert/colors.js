// Colours for messages on stderr: empty strings where the terminal shows none.

function current() {
  const { stderr } = process;
  const hasColors = Boolean(stderr?.isTTY) && (typeof stderr.getColorDepth !== 'function' || stderr.getColorDepth() > 2);
  const code = (text) => (hasColors ? text : '');
  return {
    blue: code('\u001b[34m'),
    green: code('\u001b[32m'),
    white: code('\u001b[39m'),
    yellow: code('\u001b[33m'),
    red: code('\u001b[31m'),
    gray: code('\u001b[90m'),
    hasColors,
  };
}

module.exports = { current };
