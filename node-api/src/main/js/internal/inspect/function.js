// Functions and classes as util.inspect shows them.

const { ObjectGetPrototypeOf, ObjectHasOwn } = require('internal/primordials');
const ASYNC = 1;
const GENERATOR = 2;
const CLASS = 4;

function describeClass(value, constructor, tag) {
  const name = (ObjectHasOwn(value, 'name') && value.name) || '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  if (constructor !== null) {
    const superName = ObjectGetPrototypeOf(value).name;
    if (superName) base += ` extends ${superName}`;
  } else {
    base += ' extends null';
  }
  return `[${base}]`;
}

/** `[Function: f]`, `[AsyncFunction (anonymous)]`, `[class A extends B]`. */
function describeFunction(context, value, constructor, tag) {
  const kind = internalBinding('util').functionKind(value);
  if (kind & CLASS) return describeClass(value, constructor, tag);
  const type = `${kind & ASYNC ? 'Async' : ''}${kind & GENERATOR ? 'Generator' : ''}Function`;
  let base = `[${type}`;
  if (constructor === null) base += ' (null prototype)';
  if (value.name === '') {
    base += ' (anonymous)';
  } else {
    const { name } = value;
    base += `: ${typeof name === 'string' ? name : require('internal/inspect/value').formatValue(context, name, 0)}`;
  }
  base += ']';
  if (constructor !== type && constructor !== null) base += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  return base;
}

module.exports = { describeFunction };
