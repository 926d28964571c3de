// FormData (XMLHttpRequest standard §4).

const { customInspectSymbol, exposeMethods, toStringTag } = require('internal/util');
const { File, isBlob } = require('internal/web/blob');
const { illegal, pairIterable, requireArguments, uncloneable, usvString } = require('internal/web/fetch/idl');

function valueOf(method, args) {
  const [, value, filename] = args;
  if (args.length > 2 && !isBlob(value)) {
    throw new TypeError(`FormData.${method}: Expected value ("${typeof value === 'string' ? `"${value}"` : require('internal/inspect').inspect(value)}") to be an instance of Blob.`);
  }
  if (!isBlob(value)) return usvString(value);
  if (value instanceof File && filename === undefined) return value;
  const name = filename === undefined ? 'blob' : usvString(filename);
  return new File([value], name, { type: value.type, lastModified: value.lastModified });
}

class FormData {
  #entries = [];

  constructor(form = undefined) {
    if (form !== undefined) {
      throw new TypeError("FormData constructor: Argument 1 could not be converted to: undefined.");
    }
  }

  static has = (value) => typeof value === 'object' && value !== null && #entries in value;

  static entriesOf = (form) => form.#entries;

  static #of(value) {
    if (!isFormData(value)) throw illegal();
    return value;
  }

  append(name, value, filename) {
    FormData.#of(this);
    requireArguments(arguments.length, 2, 'FormData.append');
    this.#entries.push([usvString(name), valueOf('append', arguments)]);
  }

  delete(name) {
    FormData.#of(this);
    requireArguments(arguments.length, 1, 'FormData.delete');
    const key = usvString(name);
    this.#entries = this.#entries.filter((entry) => entry[0] !== key);
  }

  get(name) {
    FormData.#of(this);
    requireArguments(arguments.length, 1, 'FormData.get');
    const key = usvString(name);
    return this.#entries.find((entry) => entry[0] === key)?.[1] ?? null;
  }

  getAll(name) {
    FormData.#of(this);
    requireArguments(arguments.length, 1, 'FormData.getAll');
    const key = usvString(name);
    return this.#entries.filter((entry) => entry[0] === key).map((entry) => entry[1]);
  }

  has(name) {
    FormData.#of(this);
    requireArguments(arguments.length, 1, 'FormData.has');
    const key = usvString(name);
    return this.#entries.some((entry) => entry[0] === key);
  }

  set(name, value, filename) {
    FormData.#of(this);
    requireArguments(arguments.length, 2, 'FormData.set');
    const entry = [usvString(name), valueOf('set', arguments)];
    const at = this.#entries.findIndex((each) => each[0] === entry[0]);
    if (at === -1) {
      this.#entries.push(entry);
      return;
    }
    this.#entries = this.#entries.filter((each, i) => i <= at || each[0] !== entry[0]);
    this.#entries[at] = entry;
  }

  [customInspectSymbol](depth, options) {
    FormData.#of(this);
    const shown = Object.create(null);
    for (const [name, value] of this.#entries) {
      if (shown[name] === undefined) shown[name] = value;
      else if (Array.isArray(shown[name])) shown[name].push(value);
      else shown[name] = [shown[name], value];
    }
    const text = require('internal/inspect').inspect(shown, { ...options, depth: options.depth ?? depth });
    return `FormData ${text.slice(text.indexOf(']') + 2)}`;
  }
}
const { entriesOf, has: isFormData } = FormData;
delete FormData.entriesOf;
delete FormData.has;
exposeMethods(FormData.prototype, ['append', 'delete', 'get', 'getAll', 'has', 'set']);
toStringTag(FormData.prototype, 'FormData');
uncloneable(FormData);
for (const name of ['append', 'set']) Object.defineProperty(FormData.prototype[name], 'length', { value: 2 });
pairIterable(FormData, (value) => {
  if (!isFormData(value)) throw illegal();
  return entriesOf(value);
});

module.exports = { FormData, entriesOf, isFormData };
