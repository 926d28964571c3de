package org.ledgejs.node.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Which names of a CommonJS module can be imported. */
class CommonJsExportsTest {
    private static String names(String text) {
        return String.join(" ", CommonJsExports.in(text).names());
    }

    private static String reexports(String text) {
        return String.join(" ", CommonJsExports.in(text).reexports());
    }

    @Test
    void membersOfExports() {
        assertEquals("a b c d", names("exports.a = exports.b = 1; module.exports['c'] = 2; if (x) { module . exports /* here */ . d = 3 }"));
    }

    @Test
    void whatIsNoMemberOfExports() {
        assertEquals("", names("a.exports.x = 1; this.exports.y = 1; exports.z.w = 1; exports.v += 1; myexports.u = 1"));
    }

    @Test
    void commentsStringsTemplatesAndRegularExpressionsAreNoCode() {
        assertEquals("a", names("// exports.x = 1\n/* exports.y = 1 */ 'exports.z = 1'; `exports.w = ${exports.v} 1`; /exports.u = '/.test(s); exports.a = 1 / 2"));
    }

    @Test
    void anObjectLiteralUpToItsFirstOtherValue() {
        assertEquals("a b c", names("module.exports = { a, 'b': x, c: y.z, d }"));
        assertEquals("", names("module.exports = { a: 1, b }"));
        assertEquals("a b", names("0 && (module.exports = { a, b })"));
    }

    @Test
    void definedProperties() {
        assertEquals("a b c", names("""
                Object.defineProperty(exports, "a", { enumerable: true, get: function () { return x.y; } });
                Object.defineProperty(exports, 'b', { value: 1 });
                Object.defineProperty(module.exports, 'c', { enumerable: true, get() { return x } });
                Object.defineProperty(exports, 'd', { enumerable: false, value: 1 });
                Object.defineProperty(exports, 'e', { enumerable: true, get: function () { return f(); } });"""));
    }

    @Test
    void everythingOfOtherModules() {
        assertEquals("./a", reexports("module.exports = require('./a')"));
        assertEquals("./b ./c", reexports("__exportStar(require(\"./b\"), exports); tslib_1.x; module.exports = 1; __export(require('./b')); __exportStar(require('./c'), exports)"));
        assertEquals("./d", reexports("""
                var _d = require('./d');
                Object.keys(_d).forEach(function (key) {
                  if (key === "default" || key === "__esModule") return;
                  exports[key] = _d[key];
                });"""));
        assertEquals("./e", reexports("module.exports = { a, ...require('./e') }"));
    }
}
