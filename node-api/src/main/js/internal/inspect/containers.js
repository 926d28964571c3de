// Arrays, maps, sets, iterators, buffers, promises and namespaces: their parts as util.inspect shows them.

const { ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf, ObjectHasOwn, ObjectKeys } = require('internal/primordials');
const { formatBigInt, formatNumber } = require('internal/inspect/primitive');
const { joinParts, kArrayExtrasType, kArrayType } = require('internal/inspect/layout');
const { getPrefix } = require('internal/inspect/constructor');

const binding = internalBinding('util');
const typedArrayPrototype = ObjectGetPrototypeOf(Uint8Array.prototype);
const typedArrayLength = ObjectGetOwnPropertyDescriptor(typedArrayPrototype, 'length').get;
const mapSize = ObjectGetOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = ObjectGetOwnPropertyDescriptor(Set.prototype, 'size').get;
const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;

const show = (context, value, recurseTimes, typed) =>
  require('internal/inspect/value').formatValue(context, value, recurseTimes, typed);
const showProperty = (...args) => require('internal/inspect/value').formatProperty(...args);
const remainingText = (count) => `... ${count} more item${count > 1 ? 's' : ''}`;
const limit = (context, length) => Math.min(Math.max(0, context.maxArrayLength), length);

/** Fills `plan` if the value is a container of the language; says whether it was. */
function describeIterable(plan, kind, context, value, constructor, tag, protoProps, getKeys) {
  switch (kind) {
    case 'Array': {
      const prefix = constructor !== 'Array' || tag !== '' ? getPrefix(constructor, tag, 'Array', `(${value.length})`) : '';
      plan.keys = binding.getOwnNonIndexProperties(value, !context.showHidden);
      plan.braces = [`${prefix}[`, ']'];
      plan.type = kArrayExtrasType;
      plan.parts = arrayParts;
      if (value.length === 0 && plan.keys.length === 0 && protoProps === undefined) plan.result = `${prefix}[]`;
      return true;
    }
    case 'Set':
    case 'Map': {
      const size = kind === 'Set' ? setSize.call(value) : mapSize.call(value);
      const prefix = getPrefix(constructor, tag, kind, `(${size})`);
      plan.keys = getKeys(value, context.showHidden);
      plan.braces = [`${prefix}{`, '}'];
      plan.parts = kind === 'Set' ? setParts : mapParts;
      if (size === 0 && plan.keys.length === 0 && protoProps === undefined) plan.result = `${prefix}{}`;
      return true;
    }
    case 'Map Iterator':
    case 'Set Iterator':
      plan.keys = getKeys(value, context.showHidden);
      plan.braces = [`[${tag === kind || tag === '' ? kind : `${tag}] [${kind}`}] {`, '}'];
      plan.parts = iteratorParts.bind(null, plan.braces);
      return true;
    default:
      if (!kind.endsWith('Array') || !ArrayBuffer.isView(value)) return false;
      return describeTypedArray(plan, kind, context, value, constructor, tag);
  }
}

function describeTypedArray(plan, kind, context, value, constructor, tag) {
  const length = typedArrayLength.call(value);
  const prefix = getPrefix(constructor, tag, constructor === null ? kind : '', `(${length})`);
  plan.keys = binding.getOwnNonIndexProperties(value, !context.showHidden);
  plan.braces = [`${prefix}[`, ']'];
  plan.type = kArrayExtrasType;
  plan.parts = typedArrayParts;
  if (length === 0 && plan.keys.length === 0 && !context.showHidden) plan.result = `${prefix}[]`;
  return true;
}

function arrayParts(context, value, recurseTimes) {
  const length = value.length;
  const shown = limit(context, length);
  const output = [];
  for (let i = 0; i < shown; i++) {
    if (!ObjectHasOwn(value, i)) return sparseParts(context, value, recurseTimes, shown, output, i);
    output.push(showProperty(context, value, recurseTimes, i, kArrayType));
  }
  if (length > shown) output.push(remainingText(length - shown));
  return output;
}

function sparseParts(context, value, recurseTimes, shown, output, i) {
  const keys = ObjectKeys(value);
  let index = i;
  const hole = (count) => output.push(context.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined'));
  for (; i < keys.length && output.length < shown; i++) {
    const key = keys[i];
    if (key > 2 ** 32 - 2) break;
    if (`${index}` !== key) {
      if (!/^(0|[1-9][0-9]*)$/.test(key)) break;
      hole(key - index);
      index = Number(key);
      if (output.length === shown) break;
    }
    output.push(showProperty(context, value, recurseTimes, key, kArrayType));
    index++;
  }
  const remaining = value.length - index;
  if (remaining > 0) {
    if (output.length !== shown) hole(remaining);
    else output.push(remainingText(remaining));
  }
  return output;
}

function typedArrayParts(context, value, recurseTimes) {
  const length = typedArrayLength.call(value);
  const shown = limit(context, length);
  const output = new Array(shown);
  const element = length > 0 && typeof value[0] === 'bigint' ? formatBigInt : formatNumber;
  for (let i = 0; i < shown; i++) output[i] = element(context.stylize, value[i], context.numericSeparator);
  if (length > shown) output.push(remainingText(length - shown));
  if (context.showHidden) {
    context.indentationLvl += 2;
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      const text = show(context, Reflect.get(typedArrayPrototype, key, value) ?? value[key], recurseTimes, true);
      output.push(`${context.stylize(`[${key}]`, 'string')}: ${text}`);
    }
    context.indentationLvl -= 2;
  }
  return output;
}

function arrayBufferParts(context, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [context.stylize('(detached)', 'special')];
  }
  if (value.detached) return [context.stylize('(detached)', 'special')];
  const shown = limit(context, bytes.length);
  const hex = [];
  for (let i = 0; i < shown; i++) hex.push(bytes[i].toString(16).padStart(2, '0'));
  let text = hex.join(' ');
  const remaining = bytes.length - shown;
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  return [`${context.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

function setParts(context, value, recurseTimes) {
  const size = setSize.call(value);
  const shown = limit(context, size);
  const output = [];
  context.indentationLvl += 2;
  for (const item of setValues.call(value)) {
    if (output.length >= shown) break;
    output.push(show(context, item, recurseTimes));
  }
  if (size > shown) output.push(remainingText(size - shown));
  context.indentationLvl -= 2;
  return output;
}

function mapParts(context, value, recurseTimes) {
  const size = mapSize.call(value);
  const shown = limit(context, size);
  const output = [];
  context.indentationLvl += 2;
  for (const [key, item] of mapEntries.call(value)) {
    if (output.length >= shown) break;
    output.push(`${show(context, key, recurseTimes)} => ${show(context, item, recurseTimes)}`);
  }
  if (size > shown) output.push(remainingText(size - shown));
  context.indentationLvl -= 2;
  return output;
}

function listParts(context, recurseTimes, entries, weak) {
  const shown = limit(context, entries.length);
  const output = new Array(shown);
  context.indentationLvl += 2;
  for (let i = 0; i < shown; i++) output[i] = show(context, entries[i], recurseTimes);
  context.indentationLvl -= 2;
  // Weak collections have no order; sorting keeps the output stable.
  if (weak && !context.sorted) output.sort();
  if (entries.length > shown) output.push(remainingText(entries.length - shown));
  return output;
}

function pairParts(context, recurseTimes, entries, weak) {
  const count = entries.length / 2;
  const shown = limit(context, count);
  const output = new Array(shown);
  context.indentationLvl += 2;
  for (let i = 0; i < shown; i++) {
    const pair = [show(context, entries[i * 2], recurseTimes), show(context, entries[i * 2 + 1], recurseTimes)];
    output[i] = weak ? `${pair[0]} => ${pair[1]}` : joinParts(context, pair, '', ['[', ']'], kArrayExtrasType, recurseTimes);
  }
  context.indentationLvl -= 2;
  if (weak && !context.sorted) output.sort();
  if (count > shown) output.push(remainingText(count - shown));
  return output;
}

function iteratorParts(braces, context, value, recurseTimes) {
  const [entries, isKeyValue] = binding.previewEntries(value);
  if (!isKeyValue) return listParts(context, recurseTimes, entries, false);
  braces[0] = braces[0].replace(/ Iterator] {$/, ' Entries] {');
  return pairParts(context, recurseTimes, entries, false);
}

function weakParts(context, value, recurseTimes) {
  const [entries, isKeyValue] = binding.previewEntries(value);
  return isKeyValue ? pairParts(context, recurseTimes, entries, true) : listParts(context, recurseTimes, entries, true);
}

function unknownParts(context) {
  return [context.stylize('<items unknown>', 'special')];
}

function promiseParts(context, value, recurseTimes) {
  const [state, result] = binding.getPromiseDetails(value);
  if (state === 0) return [context.stylize('<pending>', 'special')];
  context.indentationLvl += 2;
  const text = show(context, result, recurseTimes);
  context.indentationLvl -= 2;
  return [state === 2 ? `${context.stylize('<rejected>', 'special')} ${text}` : text];
}

function namespaceParts(keys, context, value, recurseTimes) {
  return keys.map((key) => {
    try {
      return showProperty(context, value, recurseTimes, key, 0);
    } catch {
      const text = showProperty(context, { [key]: '' }, recurseTimes, key, 0);
      return text.slice(0, text.lastIndexOf(' ') + 1) + context.stylize('<uninitialized>', 'special');
    }
  });
}

module.exports = {
  arrayBufferParts, describeIterable, namespaceParts, promiseParts, unknownParts, weakParts,
};
