'use strict';
// Loads the built-ins of src/main/js inside a stock Node, with bindings made from that Node's own modules.

const fs = require('fs');
const path = require('path');
const vm = require('vm');

const sources = path.resolve(__dirname, '../../../main/js');
const parameters = ['exports', 'require', 'module', 'process', 'internalBinding'];

/** Where a built-in's text is: our own file first, then the unpacked npm packages. */
function locate(id, vendor) {
  const own = path.join(sources, `${id}.js`);
  if (fs.existsSync(own)) return own;
  const match = /^internal\/vendor\/(.*)$/.exec(id);
  if (match && vendor) {
    const other = path.join(vendor, `${match[1]}.js`);
    if (fs.existsSync(other)) return other;
  }
  return undefined;
}

/** A relative id is relative to the requiring module; a vendor's bare id is first looked for among the vendors. */
function resolve(id, parent, vendor) {
  id = id.replace(/\/$/, '');
  if (id.startsWith('.')) return path.posix.join(path.posix.dirname(parent), id).replace(/\.js$/, '');
  if (parent.startsWith('internal/vendor/') && locate(`internal/vendor/${id}`, vendor)) return `internal/vendor/${id}`;
  return id;
}

function createRuntime({ bindings, process, vendor }) {
  const cache = new Map();
  const loaded = [];
  function load(id) {
    const known = cache.get(id);
    if (known) return known.exports;
    const file = locate(id, vendor);
    if (!file) throw new Error(`No such built-in module: ${id}`);
    loaded.push(id);
    const module = { exports: {}, id };
    cache.set(id, module);
    let text = `'use strict';${fs.readFileSync(file, 'utf8')}`;
    // A vendor's file may declare names of its own like the parameters: it is a block inside the function.
    if (id.startsWith('internal/vendor/')) text = `'use strict';{${fs.readFileSync(file, 'utf8')}\n}`;
    const fn = vm.compileFunction(text, parameters, {
      filename: process.env?.LEDGE_REAL_NAMES || globalThis.ledgeRealNames ? file : `node:${id}`,
    });
    fn.call(module.exports, module.exports, (other) => load(resolve(other, id, vendor)), module, process, bindings);
    return module.exports;
  }
  const isPublic = (id) => !id.startsWith('internal/') && locate(id, vendor) !== undefined;
  return { isPublic, load, loaded };
}

module.exports = { createRuntime, sources };
