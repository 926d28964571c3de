// --enable-source-maps: source maps of the files of a program, and stacks that show the sources.

const path = require('path');
const { SourceMap } = require('internal/source_map/map');
const { fileURLToPath, pathToFileURL } = require('internal/url/files');
const { validateBoolean, validateObject } = require('internal/validators');

const { prepareStackTrace: usual } = internalBinding('errors');
const maps = new Map();
let support = { __proto__: null, enabled: false, nodeModules: false, generatedCode: false };

const getSupport = () => Object.freeze({ __proto__: null, ...support });

function setSupport(enabled, options = {}) {
  validateBoolean(enabled, 'enabled');
  validateObject(options, 'options');
  const { nodeModules = false, generatedCode = false } = options;
  validateBoolean(nodeModules, 'options.nodeModules');
  validateBoolean(generatedCode, 'options.generatedCode');
  support = { __proto__: null, enabled, nodeModules, generatedCode };
  if (enabled) {
    if (!Error.prepareStackTrace || Error.prepareStackTrace === usual) Error.prepareStackTrace = prepareStackTrace;
  } else if (Error.prepareStackTrace === prepareStackTrace) {
    Error.prepareStackTrace = usual;
  }
}

/** The source map of a file, or undefined. Maps are looked for while they are enabled. */
function findSourceMap(source) {
  if (!support.enabled || typeof source !== 'string') return undefined;
  const file = source.startsWith('file:') ? fileURLToPath(source) : source;
  if (!path.isAbsolute(file)) return undefined;
  if (!support.nodeModules && /[/\\]node_modules[/\\]/.test(file)) return undefined;
  if (!maps.has(file)) maps.set(file, read(file));
  return maps.get(file);
}

function read(file) {
  const { readFileSync } = require('fs');
  try {
    const text = readFileSync(file, 'utf8');
    const url = [...text.matchAll(/\/[*/]#\s+sourceMappingURL=([^\s]+)/g)].at(-1)?.[1];
    if (url === undefined) return undefined;
    const base = pathToFileURL(file);
    const [payload, from] = url.startsWith('data:') ? [fromData(url), base] : [readFileSync(new URL(url, base), 'utf8'), new URL(url, base)];
    const map = JSON.parse(payload.replace(/^\)]}'[^\n]*\n/, ''));
    const lineLengths = text.replace(/\n$/, '').split(/\n|\u2028|\u2029/).map((line) => line.length);
    return new SourceMap({ ...map, sources: map.sources?.map((each) => new URL((map.sourceRoot ?? '') + each, from).href) }, { lineLengths });
  } catch {
    // A map that is not there, or none, leaves positions as they are.
    return undefined;
  }
}

function fromData(url) {
  const [, head, data] = /^data:([^,]*),(.*)$/s.exec(url);
  return head.endsWith(';base64') ? require('buffer').Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data);
}

function heading(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function prepareStackTrace(error, trace) {
  return heading(error) + trace.map((site) => `\n    at ${frame(site)}`).join('');
}

function frame(site) {
  const text = String(site);
  const file = site.getFileName();
  const map = file && findSourceMap(file);
  if (!map) return text;
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
  if (originalSource === undefined) return text;
  const shown = originalSource.startsWith('file:') ? fileURLToPath(originalSource) : originalSource;
  return text.replace(`${file}:${line}:${column}`, () => `${shown}:${originalLine + 1}:${originalColumn + 1}`);
}

module.exports = { findSourceMap, getSupport, setSupport };
