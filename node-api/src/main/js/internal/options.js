// Options of the command, from NODE_OPTIONS and from before the program; those that come later win.

const { envGet } = internalBinding('process');
const { execArgv } = internalBinding('process');

/** NODE_OPTIONS is split at spaces; in double quotes they stay, with backslashes before quotes. */
function splitVariable(text) {
  const words = [];
  for (const [, quoted, plain] of text.matchAll(/"((?:[^"\\]|\\.)*)"|((?:[^\s"])+(?:"(?:[^"\\]|\\.)*")?)/g)) {
    words.push((quoted ?? plain.replace(/"((?:[^"\\]|\\.)*)"/, '$1')).replace(/\\(.)/g, '$1'));
  }
  return words;
}

const words = [...splitVariable(envGet('NODE_OPTIONS') ?? ''), ...execArgv];
const nameOf = (word) => word.split('=', 1)[0].replaceAll('_', '-');

/** All values of an option, `--name=value` or `--name value`. */
function optionValues(...names) {
  const values = [];
  words.forEach((word, i) => {
    if (!names.includes(nameOf(word))) return;
    const equals = word.indexOf('=');
    if (equals > 0) values.push(word.slice(equals + 1));
    else if (i + 1 < words.length) values.push(words[i + 1]);
  });
  return values;
}

/** The last value, or undefined. */
function optionValue(...names) {
  return optionValues(...names).at(-1);
}

/** True for `--name`, false for `--no-name`, undefined for neither. */
function optionFlag(name) {
  let result;
  for (const word of words) {
    const given = nameOf(word);
    if (given === `--${name}`) result = true;
    else if (given === `--no-${name}`) result = false;
  }
  return result;
}

module.exports = { hasOptions: words.length > 0, optionFlag, optionValue, optionValues };
