// The names of the things that made an object, found without running user code where that is possible.

const { ObjectGetOwnPropertyDescriptor, ObjectGetPrototypeOf, ObjectHasOwn, ReflectOwnKeys } = require('internal/primordials');
const { isInstanceof } = require('internal/inspect/instance');

let builtInNames;
/** Whether a name is that of one of the language's own constructors. */
function isBuiltInName(name) {
  builtInNames ??= new Set(require('internal/inspect/builtins').names);
  return builtInNames.has(name);
}

/**
 * The name of an object's constructor, `null` for a null prototype. With `protoProps` the non-function
 * properties of its user-made prototypes are added there, shown.
 */
function getConstructorName(object, context, recurseTimes, protoProps) {
  const start = object;
  let firstProto;
  while (object !== null && object !== undefined) {
    const descriptor = ObjectGetOwnPropertyDescriptor(object, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' && descriptor.value.name !== '' &&
        isInstanceof(start, descriptor.value)) {
      if (protoProps !== undefined && (firstProto !== object || !isBuiltInName(descriptor.value.name))) {
        addPrototypeProperties(context, start, firstProto || start, recurseTimes, protoProps);
      }
      return String(descriptor.value.name);
    }
    object = ObjectGetPrototypeOf(object);
    if (firstProto === undefined) firstProto = object;
  }
  if (firstProto === null) return null;
  const name = internalBinding('util').getConstructorName(start);
  if (recurseTimes > context.depth && context.depth !== null) return `${name} <Complex prototype>`;
  const protoName = getConstructorName(firstProto, context, recurseTimes + 1, protoProps);
  if (protoName === null) {
    const { inspect } = require('internal/inspect');
    return `${name} <${inspect(firstProto, { ...context, customInspect: false, depth: -1 })}>`;
  }
  return `${name} <${protoName}>`;
}

function addPrototypeProperties(context, main, object, recurseTimes, output) {
  const { formatProperty } = require('internal/inspect/value');
  const shown = new Set();
  let keys = [];
  for (let depth = 0; depth < 3; depth++) {
    if (depth !== 0 || main === object) {
      object = ObjectGetPrototypeOf(object);
      if (object === null) break;
      const descriptor = ObjectGetOwnPropertyDescriptor(object, 'constructor');
      if (descriptor !== undefined && typeof descriptor.value === 'function' && isBuiltInName(descriptor.value.name)) break;
    }
    for (const key of keys) shown.add(key);
    keys = ReflectOwnKeys(object);
    context.seen.push(main);
    for (const key of keys) {
      if (key === 'constructor' || ObjectHasOwn(main, key) || shown.has(key)) continue;
      const descriptor = ObjectGetOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = formatProperty(context, object, recurseTimes, key, 0, descriptor, main);
      output.push(context.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    context.seen.pop();
  }
}

/** `Constructor(size) [tag] `, with `[Fallback: null prototype] ` where there is no constructor. */
function getPrefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    return tag !== '' && fallback !== tag
      ? `[${fallback}${size}: null prototype] [${tag}] `
      : `[${fallback}${size}: null prototype] `;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

module.exports = { getConstructorName, getPrefix, isBuiltInName };
