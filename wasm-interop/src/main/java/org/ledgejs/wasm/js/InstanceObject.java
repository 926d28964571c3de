package org.ledgejs.wasm.js;

import org.ledgejs.language.runtime.JSObject;

/**
 * What an Instance object holds.
 *
 * @param exports its frozen, null-prototype exports object
 */
record InstanceObject(JSObject exports) { }
