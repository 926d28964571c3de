'use strict';

const { internalBinding } = require('internal/test/binding');
const v8 = require('v8');
const vm = require('vm');
const { types } = require('util');

const util = internalBinding('util');
const kinds = [
  ['Proxy', types.isProxy], ['Date', types.isDate], ['Arguments', types.isArgumentsObject], ['BigInt', types.isBigIntObject],
  ['Boolean', types.isBooleanObject], ['Number', types.isNumberObject], ['String', types.isStringObject],
  ['Symbol', types.isSymbolObject], ['Error', types.isNativeError], ['RegExp', types.isRegExp],
  ['Generator', types.isGeneratorObject], ['Promise', types.isPromise], ['Map', types.isMap], ['Set', types.isSet],
  ['Map Iterator', types.isMapIterator], ['Set Iterator', types.isSetIterator], ['WeakMap', types.isWeakMap],
  ['WeakSet', types.isWeakSet], ['ArrayBuffer', types.isArrayBuffer], ['DataView', types.isDataView],
  ['SharedArrayBuffer', types.isSharedArrayBuffer], ['Module', types.isModuleNamespaceObject], ['External', types.isExternal],
];
const typedArrayTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

module.exports = function utilBinding() {
  const { ALL_PROPERTIES, ONLY_ENUMERABLE } = util.constants;
  return {
    getPromiseDetails(promise) {
      const details = util.getPromiseDetails(promise);
      return details[0] === 0 ? [0] : details;
    },
    getProxyDetails: (value) => util.getProxyDetails(value, true),
    previewEntries(value) {
      const result = util.previewEntries(value, true);
      return result === undefined ? [[], false] : result;
    },
    getConstructorName: util.getConstructorName,
    getOwnNonIndexProperties: (object, enumerable) =>
      util.getOwnNonIndexProperties(object, enumerable ? ONLY_ENUMERABLE : ALL_PROPERTIES),
    getCallSites(count) {
      const limit = Error.stackTraceLimit;
      const { prepareStackTrace } = Error;
      Error.stackTraceLimit = 100;
      Error.prepareStackTrace = (error, sites) => sites;
      const sites = new Error().stack;
      Error.prepareStackTrace = prepareStackTrace;
      Error.stackTraceLimit = limit;
      return sites
        .map((site) => ({
          functionName: site.getFunctionName() ?? '', scriptId: '0', scriptName: site.getFileName() ?? '',
          lineNumber: site.getLineNumber(), columnNumber: site.getColumnNumber(), column: site.getColumnNumber(),
        }))
        .filter((site) => !site.scriptName.startsWith('node:') && site.scriptName !== __filename)
        .slice(0, count);
    },
    classOf(value) {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return '';
      for (const [name, is] of kinds) if (is(value)) return name;
      const typed = ArrayBuffer.isView(value) ? typedArrayTag.call(value) : undefined;
      if (typed !== undefined) return typed;
      if (Array.isArray(value)) return 'Array';
      return typeof value === 'function' ? 'Function' : 'Object';
    },
    functionKind(fn) {
      let bits = types.isAsyncFunction(fn) ? 1 : 0;
      if (types.isGeneratorFunction(fn)) bits |= 2;
      if (/^class[\s{]/.test(Function.prototype.toString.call(fn)) && Object.getOwnPropertyDescriptor(fn, 'prototype')?.writable === false) bits |= 4;
      return bits;
    },
    isExternal: types.isExternal,
    sleep(ms) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); },
    structuredClone(value) {
      try {
        return v8.deserialize(v8.serialize(value));
      } catch (error) {
        throw Object.assign(new Error(error.message), { name: 'DataCloneError', code: 25 });
      }
    },
    vm,
  };
};
