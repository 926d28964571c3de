// Recursive readdir, breadth first.

const path = require('path');
const { encodeName, getOptions, getPath } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/stats');

const binding = internalBinding('fs');
const DIRECTORY = 2;

/** Collects the entries below a folder; `list` reads one folder. */
function collector(root, { encoding, withFileTypes }) {
  const result = [];
  return {
    result,
    add(folder, [names, types], queue) {
      names.forEach((name, i) => {
        const full = path.join(folder, name);
        if (withFileTypes) result.push(new Dirent(encodeName(name, encoding), types[i], folder));
        else result.push(encodeName(path.relative(root, full), encoding));
        if (types[i] === DIRECTORY) queue.push(full);
      });
    },
  };
}

function readdirSync(root, options) {
  root = getPath(root);
  const { result, add } = collector(root, getOptions(options));
  const queue = [root];
  for (let i = 0; i < queue.length; i++) add(queue[i], binding.readdir(queue[i], true), queue);
  return result;
}

function readdir(root, options, callback) {
  root = getPath(root);
  const { result, add } = collector(root, getOptions(options));
  const queue = [root];
  let at = 0;
  const next = () => {
    if (at === queue.length) {
      callback(null, result);
      return;
    }
    const folder = queue[at++];
    binding.readdir(folder, true, (error, entries) => {
      if (error) {
        callback(error);
        return;
      }
      add(folder, entries, queue);
      next();
    });
  };
  next();
}

module.exports = { readdir, readdirSync };
