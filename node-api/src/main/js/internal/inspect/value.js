// Shows one value: finds what it is, what it is called and which properties it has; containers, functions and errors have
// files of their own.

const {
  ObjectGetOwnPropertyDescriptor, ObjectGetOwnPropertyNames, ObjectGetOwnPropertySymbols, ObjectHasOwn, ObjectKeys,
  ObjectSetPrototypeOf, ReflectApply,
} = require('internal/primordials');
const { customInspectSymbol } = require('internal/util');
const { escapeUnit, formatNumber, formatPrimitive, strEscape } = require('internal/inspect/primitive');
const { joinParts, kArrayExtrasType, kArrayType, kObjectType } = require('internal/inspect/layout');
const { getConstructorName, getPrefix } = require('internal/inspect/constructor');
const { plain } = require('internal/inspect/style');
const containers = require('internal/inspect/containers');

const binding = internalBinding('util');
const keyPattern = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const controlCharacters = /[\x00-\x1f\x27\x5c\x7f-\x9f]/g;

let inspect;
function setInspect(fn) {
  inspect = fn;
}

/** The options a custom inspect function gets. */
function userOptions(context, isCrossContext) {
  const result = {
    stylize: context.stylize,
    showHidden: context.showHidden,
    depth: context.depth,
    colors: context.colors,
    customInspect: context.customInspect,
    showProxy: context.showProxy,
    maxArrayLength: context.maxArrayLength,
    maxStringLength: context.maxStringLength,
    breakLength: context.breakLength,
    compact: context.compact,
    sorted: context.sorted,
    getters: context.getters,
    numericSeparator: context.numericSeparator,
    ...context.userOptions,
  };
  if (isCrossContext) {
    // Nothing of ours may leak to code of another realm.
    ObjectSetPrototypeOf(result, null);
    for (const key of ObjectKeys(result)) {
      if ((typeof result[key] === 'object' || typeof result[key] === 'function') && result[key] !== null) delete result[key];
    }
    result.stylize = ObjectSetPrototypeOf((value, flavour) => {
      let text;
      try {
        text = `${context.stylize(value, flavour)}`;
      } catch { /* as if nothing came */ }
      return typeof text === 'string' ? text : value;
    }, null);
  }
  return result;
}

function formatValue(context, value, recurseTimes, typedArray) {
  if (typeof value !== 'object' && typeof value !== 'function') return formatPrimitive(context.stylize, value, context);
  if (value === null) return context.stylize('null', 'null');

  const original = value;
  const proxy = binding.getProxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return context.stylize('<Revoked Proxy>', 'special');
    if (context.showProxy) return formatProxy(context, proxy, recurseTimes);
    value = proxy[0];
    while (binding.getProxyDetails(value) !== undefined) {
      value = binding.getProxyDetails(value)[0];
      if (value === null) return context.stylize('<Revoked Proxy>', 'special');
    }
  }
  if (context.customInspect) {
    const custom = value[customInspectSymbol];
    if (typeof custom === 'function' && custom !== inspect &&
        (ObjectGetOwnPropertyDescriptor(value, 'constructor')?.value?.prototype !== value)) {
      const depth = context.depth === null ? null : context.depth - recurseTimes;
      const isCrossContext = proxy !== undefined || !(original instanceof Object);
      const shown = ReflectApply(custom, original, [depth, userOptions(context, isCrossContext), inspect]);
      if (shown !== original) {
        const text = typeof shown !== 'object' ? `${shown}` : formatValue(context, shown, recurseTimes);
        return text.replaceAll('\n', `\n${' '.repeat(context.indentationLvl)}`);
      }
    }
  }
  if (context.seen.includes(value)) {
    let index = 1;
    if (context.circular === undefined) {
      context.circular = new Map([[value, index]]);
    } else {
      index = context.circular.get(value);
      if (index === undefined) {
        index = context.circular.size + 1;
        context.circular.set(value, index);
      }
    }
    return context.stylize(`[Circular *${index}]`, 'special');
  }
  return formatRaw(context, value, recurseTimes, typedArray);
}

function formatProxy(context, proxy, recurseTimes) {
  if (recurseTimes > context.depth && context.depth !== null) return context.stylize('Proxy [Array]', 'special');
  recurseTimes++;
  context.indentationLvl += 2;
  const parts = [formatValue(context, proxy[0], recurseTimes), formatValue(context, proxy[1], recurseTimes)];
  context.indentationLvl -= 2;
  return joinParts(context, parts, '', ['Proxy [', ']'], kArrayExtrasType, recurseTimes);
}

function getKeys(value, showHidden) {
  const symbols = ObjectGetOwnPropertySymbols(value);
  if (showHidden) {
    const names = ObjectGetOwnPropertyNames(value);
    names.push(...symbols);
    return names;
  }
  let names;
  try {
    names = ObjectKeys(value);
  } catch {
    // A namespace with bindings that are not initialized yet.
    names = ObjectGetOwnPropertyNames(value);
  }
  for (const symbol of symbols) {
    if (Object.prototype.propertyIsEnumerable.call(value, symbol)) names.push(symbol);
  }
  return names;
}

const noParts = () => [];
const noExtras = [];

function describe(context, value, recurseTimes, typedArray, constructor, tag, protoProps) {
  const plan = { keys: undefined, base: '', braces: ['{', '}'], type: kObjectType, parts: noParts, extras: noExtras, result: undefined };
  const kind = binding.classOf(value);
  if ((Symbol.iterator in value || constructor === null) &&
      containers.describeIterable(plan, kind, context, value, constructor, tag, protoProps, getKeys)) return plan;
  const keys = plan.keys = getKeys(value, context.showHidden);
  const bare = keys.length === 0 && protoProps === undefined;
  if (typeof value === 'function') {
    plan.base = require('internal/inspect/function').describeFunction(context, value, constructor, tag);
    if (bare) plan.result = context.stylize(plan.base, 'special');
    return plan;
  }
  switch (kind) {
    case 'Arguments':
      plan.braces[0] = `${getPrefix(constructor === 'Object' ? 'Arguments' : constructor, tag === 'Arguments' ? '' : tag, 'Arguments').trimEnd()}`;
      plan.braces[0] = constructor === 'Object' ? '[Arguments] {' : `${plan.braces[0]} {`;
      if (bare) plan.result = `${plan.braces[0]}}`;
      return plan;
    case 'RegExp': {
      const prefix = getPrefix(constructor, tag, 'RegExp');
      const text = RegExp.prototype.toString.call(constructor !== null ? value : new RegExp(value));
      plan.base = prefix !== 'RegExp ' ? `${prefix}${text}` : text;
      if (bare || (recurseTimes > context.depth && context.depth !== null)) plan.result = context.stylize(plan.base, 'regexp');
      return plan;
    }
    case 'Date': {
      const prefix = getPrefix(constructor, tag, 'Date');
      const time = Date.prototype.getTime.call(value);
      const text = Number.isNaN(time) ? Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
      plan.base = prefix !== 'Date ' ? `${prefix}${text}` : text;
      if (bare) plan.result = context.stylize(plan.base, 'date');
      return plan;
    }
    case 'Error':
      return describeError(plan, context, value, constructor, tag, protoProps);
    case 'ArrayBuffer':
    case 'SharedArrayBuffer': {
      const prefix = getPrefix(constructor, tag, kind);
      if (typedArray === undefined) {
        plan.parts = containers.arrayBufferParts;
      } else if (bare) {
        plan.result = `${prefix}{ [byteLength]: ${formatNumber(context.stylize, value.byteLength, false)} }`;
        return plan;
      }
      plan.braces[0] = `${prefix}{`;
      plan.extras = ['byteLength'];
      return plan;
    }
    case 'DataView':
      plan.braces[0] = `${getPrefix(constructor, tag, 'DataView')}{`;
      plan.extras = ['byteLength', 'byteOffset', 'buffer'];
      return plan;
    case 'Promise':
      plan.braces[0] = `${getPrefix(constructor, tag, 'Promise')}{`;
      plan.parts = containers.promiseParts;
      return plan;
    case 'WeakSet':
    case 'WeakMap':
      plan.braces[0] = `${getPrefix(constructor, tag, kind)}{`;
      plan.parts = context.showHidden ? containers.weakParts : containers.unknownParts;
      return plan;
    case 'Module':
      plan.braces[0] = `${getPrefix(constructor, tag, 'Module')}{`;
      plan.parts = containers.namespaceParts.bind(null, keys.slice());
      keys.length = 0;
      return plan;
    case 'Number': case 'String': case 'Boolean': case 'BigInt': case 'Symbol':
      plan.base = boxed(context, kind, value, keys, constructor, tag);
      if (keys.length === 0 && protoProps === undefined) plan.result = plan.base;
      return plan;
    default:
      return describeObject(plan, context, value, constructor, tag, bare, recurseTimes);
  }
}

function describeError(plan, context, value, constructor, tag, protoProps) {
  plan.base = require('internal/inspect/error').formatError(context, value, constructor, tag, plan.keys);
  if (plan.keys.length === 0 && protoProps === undefined) plan.result = plan.base;
  return plan;
}

function describeObject(plan, context, value, constructor, tag, bare, recurseTimes) {
  if (value instanceof Error) return describeError(plan, context, value, constructor, tag, bare ? undefined : []);
  // Without its own way to be shown a URL has nothing to show but its text.
  if (constructor !== null && 'href' in value && require('internal/web/url').recordOf(value) !== undefined &&
      !(context.depth !== null && recurseTimes > context.depth)) {
    plan.base = value.href;
    if (bare) plan.result = plan.base;
    return plan;
  }
  if (bare) {
    if (binding.isExternal(value)) plan.result = context.stylize('[External]', 'special');
    else plan.result = constructor === 'Object' && tag === '' ? '{}' : `${prefixOf(value, constructor, tag)}{}`;
    return plan;
  }
  if (constructor !== 'Object' || tag !== '') plan.braces[0] = `${prefixOf(value, constructor, tag)}{`;
  return plan;
}

/** Without a constructor to be found the engine may still know the class that made the object. */
function prefixOf(value, constructor, tag) {
  return getPrefix(constructor, tag, constructor === null ? binding.getConstructorName(value) || 'Object' : 'Object');
}

function boxed(context, kind, value, keys, constructor, tag) {
  if (kind === 'String') keys.splice(0, String.prototype.valueOf.call(value).length);
  const primitive = { Number, String, Boolean, BigInt, Symbol }[kind].prototype.valueOf.call(value);
  let base = `[${kind}`;
  if (kind !== constructor) base += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  base += `: ${formatPrimitive(plain, primitive, context)}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  return keys.length !== 0 || context.stylize === plain ? base : context.stylize(base, kind.toLowerCase());
}

function toStringTagOf(context, value) {
  const tag = value[Symbol.toStringTag];
  if (typeof tag !== 'string' || tag === '') return '';
  const own = context.showHidden
    ? ObjectHasOwn(value, Symbol.toStringTag)
    : Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return own ? '' : tag;
}

function formatRaw(context, value, recurseTimes, typedArray) {
  let protoProps;
  if (context.showHidden && (recurseTimes <= context.depth || context.depth === null)) protoProps = [];
  const constructor = getConstructorName(value, context, recurseTimes, protoProps);
  if (protoProps !== undefined && protoProps.length === 0) protoProps = undefined;
  const tag = toStringTagOf(context, value);
  const plan = describe(context, value, recurseTimes, typedArray, constructor, tag, protoProps);
  if (plan.result !== undefined) return plan.result;
  if (recurseTimes > context.depth && context.depth !== null) {
    const name = getPrefix(constructor, tag, plan.type === kArrayExtrasType ? 'Array' : 'Object').slice(0, -1);
    return context.stylize(constructor !== null ? `[${name}]` : name, 'special');
  }
  recurseTimes++;
  context.seen.push(value);
  context.currentDepth = recurseTimes;
  let output;
  const { indentationLvl } = context;
  try {
    output = plan.parts(context, value, recurseTimes);
    for (const key of plan.extras) output.push(formatExtra(context, value, recurseTimes, key));
    for (const key of plan.keys) output.push(formatProperty(context, value, recurseTimes, key, plan.type));
    if (protoProps !== undefined) output.push(...protoProps);
  } catch (error) {
    const { isStackOverflowError } = require('internal/errors');
    if (!isStackOverflowError(error)) throw error;
    context.seen.pop();
    context.indentationLvl = indentationLvl;
    const name = getPrefix(constructor, tag, 'Object').slice(0, -1);
    return context.stylize(`[${name}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
  }
  let { base } = plan;
  const reference = context.circular?.get(value);
  if (reference !== undefined) {
    const mark = context.stylize(`<ref *${reference}>`, 'special');
    if (context.compact !== true) base = base === '' ? mark : `${mark} ${base}`;
    else plan.braces[0] = `${mark} ${plan.braces[0]}`;
  }
  context.seen.pop();
  if (context.sorted) {
    const comparator = context.sorted === true ? undefined : context.sorted;
    if (plan.type === kObjectType) {
      output.sort(comparator);
    } else if (plan.keys.length > 1) {
      const start = output.length - plan.keys.length;
      output.splice(start, plan.keys.length, ...output.slice(start).sort(comparator));
    }
  }
  const result = joinParts(context, output, base, plan.braces, plan.type, recurseTimes, value);
  const length = (context.budget[context.indentationLvl] || 0) + result.length;
  context.budget[context.indentationLvl] = length;
  // A result that grows beyond reason is cut by showing nothing deeper.
  if (length > 2 ** 27) context.depth = -1;
  return result;
}

function getterText(context, descriptor, original, recurseTimes) {
  const label = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
  const special = (text) => context.stylize(text, 'special');
  const { getters } = context;
  const evaluate = getters === true || (getters === 'get' && descriptor.set === undefined) ||
    (getters === 'set' && descriptor.set !== undefined);
  if (!evaluate) return special(`[${label}]`);
  try {
    const value = ReflectApply(descriptor.get, original, []);
    context.indentationLvl += 2;
    let text;
    if (value === null) text = `${special(`[${label}:`)} ${context.stylize('null', 'null')}${special(']')}`;
    else if (typeof value === 'object') text = `${special(`[${label}]`)} ${formatValue(context, value, recurseTimes)}`;
    else text = `${special(`[${label}:`)} ${formatPrimitive(context.stylize, value, context)}${special(']')}`;
    context.indentationLvl -= 2;
    return text;
  } catch (error) {
    return `${special(`[${label}:`)} <Inspection threw (${error.message})>${special(']')}`;
  }
}

function formatKey(context, key, enumerable) {
  if (typeof key === 'symbol') {
    const text = Symbol.prototype.toString.call(key).replace(controlCharacters, escapeUnit);
    return `[${context.stylize(text, 'symbol')}]`;
  }
  if (key === '__proto__') return "['__proto__']";
  if (enumerable === false) return `[${key.replace(controlCharacters, escapeUnit)}]`;
  return keyPattern.test(key) ? context.stylize(key, 'name') : context.stylize(strEscape(key), 'string');
}

/** What an object tells of itself without having the property. */
function formatExtra(context, value, recurseTimes, key) {
  context.indentationLvl += 2;
  const text = formatValue(context, value[key], recurseTimes);
  context.indentationLvl -= 2;
  return `${context.stylize(`[${key}]`, 'string')}: ${text}`;
}

function formatProperty(context, value, recurseTimes, key, type, descriptor, original = value) {
  descriptor ||= ObjectGetOwnPropertyDescriptor(value, key) ||
    { value: value[key], configurable: true, enumerable: true };
  let gap = ' ';
  let text;
  if (descriptor.value !== undefined) {
    const indent = context.compact !== true || type !== kObjectType ? 2 : 3;
    context.indentationLvl += indent;
    text = formatValue(context, descriptor.value, recurseTimes);
    if (indent === 3 && context.breakLength < require('internal/inspect/width').getStringWidth(text, context.colors)) {
      gap = `\n${' '.repeat(context.indentationLvl)}`;
    }
    context.indentationLvl -= indent;
  } else if (descriptor.get !== undefined) {
    text = getterText(context, descriptor, original, recurseTimes);
  } else if (descriptor.set !== undefined) {
    text = context.stylize('[Setter]', 'special');
  } else {
    text = context.stylize('undefined', 'undefined');
  }
  if (type === kArrayType) return text;
  return `${formatKey(context, key, descriptor.enumerable)}:${gap}${text}`;
}

module.exports = { formatProperty, formatValue, setInspect };
