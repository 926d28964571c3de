// util.inspect: options, entry and the public face; values are shown by internal/inspect/value.

const { ObjectAssign, ObjectDefineProperty, ObjectHasOwn, ObjectKeys, ObjectSeal } = require('internal/primordials');
const { customInspectSymbol } = require('internal/util');
const { validateObject, validateString } = require('internal/validators');
const styling = require('internal/inspect/style');
const { formatValue, setInspect } = require('internal/inspect/value');

const defaults = ObjectSeal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** Shows a value as text. `opts` is an options object, or the legacy `showHidden`, `depth`, `colors`. */
function inspect(value, opts) {
  const context = {
    budget: {},
    indentationLvl: 0,
    seen: [],
    currentDepth: 0,
    stylize: styling.plain,
    ...defaults,
  };
  if (arguments.length > 1) {
    if (arguments.length > 2) {
      if (arguments[2] !== undefined) context.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) context.colors = arguments[3];
    }
    if (typeof opts === 'boolean') {
      context.showHidden = opts;
    } else if (opts) {
      for (const key of ObjectKeys(opts)) {
        if (ObjectHasOwn(defaults, key) || key === 'stylize') context[key] = opts[key];
        else if (context.userOptions === undefined) context.userOptions = opts;
      }
    }
  }
  if (context.colors) context.stylize = styling.colored;
  if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
  if (context.maxStringLength === null) context.maxStringLength = Infinity;
  return formatValue(context, value, 0);
}

inspect.custom = customInspectSymbol;
ObjectDefineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get() { return defaults; },
  set(options) {
    validateObject(options, 'options');
    ObjectAssign(defaults, options);
  },
});
inspect.colors = styling.colors;
inspect.styles = styling.styles;
setInspect(inspect);

function format(...args) {
  return require('internal/inspect/format').formatWith(undefined, args);
}

function formatWithOptions(inspectOptions, ...args) {
  validateObject(inspectOptions, 'inspectOptions', 2 | 4);
  return require('internal/inspect/format').formatWith(inspectOptions, args);
}

// CSI, OSC and single escapes of ECMA-48 that terminals take.
const vtControl = new RegExp(
  '[\\u001B\\u009B][[\\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]+)*' +
  '|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]*)*)?(?:\\u0007|\\u001B\\u005C|\\u009C))' +
  '|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-nq-uy=><~]))', 'g');

function stripVTControlCharacters(text) {
  validateString(text, 'str');
  return text.includes('\u001B') || text.includes('\u009B') ? text.replace(vtControl, '') : text;
}

module.exports = {
  format,
  formatWithOptions,
  getStringWidth: (text, removeControlChars = true) =>
    require('internal/inspect/width').getStringWidth(text, removeControlChars),
  inspect,
  inspectDefaultOptions: defaults,
  stripVTControlCharacters,
};
