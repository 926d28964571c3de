// process.emitWarning and what prints warnings.

const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateString } = require('internal/validators');

function emitWarning(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ctor = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    ctor = type;
    code = '';
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = '';
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = createWarning(warning, type, code, ctor, detail);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick(() => process.emit('warning', warning));
}

function createWarning(message, type, code, ctor, detail) {
  const warning = new Error(message);
  Object.defineProperty(warning, 'name', {
    __proto__: null, value: String(type || 'Warning'), enumerable: false, writable: true, configurable: true,
  });
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  Error.captureStackTrace?.(warning, ctor || process.emitWarning);
  return warning;
}

let hinted = false;

/** By --disable-warning=, which names a code or a kind. */
function isDisabled({ code, name }) {
  const { hasOptions, optionValues } = require('internal/options');
  if (!hasOptions) return false;
  const disabled = optionValues('--disable-warning');
  return disabled.includes(code) || disabled.includes(name);
}

/** The listener that writes warnings to stderr. */
function onWarning(warning) {
  if (!(warning instanceof Error)) return;
  if (isDisabled(warning)) return;
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
  const code = warning.code ? `[${warning.code}] ` : '';
  let text = `(${process.release.name}:${process.pid}) ${code}`;
  if (trace && warning.stack) text += warning.stack;
  else text += typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hinted) {
    hinted = true;
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    const name = require('path').basename(process.argv0 || 'node', '.exe');
    text += `\n(Use \`${name} ${flag} ...\` to show where the warning was created)`;
  }
  const file = require('internal/options').optionValue('--redirect-warnings') || process.env.NODE_REDIRECT_WARNINGS;
  if (file) {
    try {
      require('fs').appendFileSync(file, `${text}\n`);
      return;
    } catch { /* then to stderr */ }
  }
  require('console').error(text);
}

module.exports = { createWarning, emitWarning, onWarning };
