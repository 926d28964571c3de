/**
 * WebAssembly for a host: compile, instantiate, call.
 *
 * <p>Everything outside this package sees only these classes; the WebAssembly engine underneath stays inside. A
 * {@link org.ledgejs.wasm.engine.WasmStore} belongs to one agent and is used from its thread only, a
 * {@link org.ledgejs.wasm.engine.WasmModule} is immutable and may be shared. Values cross as {@code Integer} (i32),
 * {@code Long} (i64), {@code Float} (f32), {@code Double} (f64),
 * {@link org.ledgejs.wasm.engine.WasmFunction} or {@code null} (funcref) and any object or {@code null} (externref).
 * Nothing but a {@link org.ledgejs.wasm.engine.WasmError}, a {@link org.ledgejs.wasm.engine.WasmThrow} or what a
 * host function itself threw leaves this package.
 */
package org.ledgejs.wasm.engine;
