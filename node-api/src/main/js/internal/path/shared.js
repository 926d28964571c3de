// What POSIX and Windows paths have in common.

const { validateObject, validateString } = require('internal/validators');

function formatExtension(ext) {
  return ext ? `${ext[0] === '.' ? '' : '.'}${ext}` : '';
}

/** `path.format`: the inverse of `parse`. */
function formatPath(separator, pathObject) {
  validateObject(pathObject, 'pathObject');
  const dir = pathObject.dir || pathObject.root;
  const base = pathObject.base || `${pathObject.name || ''}${formatExtension(pathObject.ext)}`;
  if (!dir) return base;
  return dir === pathObject.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

/** `path.matchesGlob`. */
function matchesGlob(path, pattern, windows) {
  validateString(path, 'path');
  validateString(pattern, 'pattern');
  return require('internal/path/glob').compileGlob(pattern, windows).test(path);
}

module.exports = { formatPath, matchesGlob };
