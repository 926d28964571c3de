/**
 * Programs as binary images: a valid WebAssembly module whose custom sections hold code units, the module graph, assets and permissions.
 *
 * <p>The sections, in the order they are written; numbers are unsigned LEB128 unless they say otherwise, strings are indices into the
 * shared table:
 * <ul>
 * <li>{@code ledge.header}: version of the code schema, feature flags (a reader refuses those it does not know)
 * <li>{@code ledge.strings}: count, count + 1 offsets (four bytes each, little endian), WTF-8 text
 * <li>{@code ledge.sources}: names and line tables of sources, their text if it was kept
 * <li>{@code ledge.code}: count, then per unit its length and tables and ops
 * <li>{@code ledge.modules}: entry, then per module its specifier, kind, unit or asset, source and resolved requests
 * <li>{@code ledge.assets}: names, media types, bytes
 * <li>{@code ledge.permissions}: JSON text in UTF-8, if there is any
 * <li>{@code producers}: as the WebAssembly tool conventions define it
 * <li>{@code ledge.digest}: 1, then SHA-256 of all bytes before it, without a {@code signature} section
 * </ul>
 * A {@code signature} section (tool conventions) may stand first; it is not part of the digest, which it signs with the rest.
 */
package org.ledgejs.language.image;
