// A project of several files compiled with all checks, its errors, a language service and a transform.
import { createRequire } from 'node:module';

const ts = createRequire(import.meta.url)('typescript');
const files = {
  '/src/shapes.ts': 'export interface Shape { readonly kind: string; area(): number }\nexport abstract class Base implements Shape { abstract readonly kind: string; abstract area(): number; toString(): string { return `${this.kind} ${this.area().toFixed(1)}`; } }\nexport class Circle extends Base { readonly kind = "circle"; constructor(private r: number) { super(); } area() { return Math.PI * this.r ** 2; } }\nexport enum Colour { Red, Green = "g" as any }\nexport namespace Util { export const twice = <T,>(x: T): [T, T] => [x, x]; }',
  '/src/main.ts': 'import { Circle, Util, type Shape } from "./shapes";\nconst shapes: Shape[] = [new Circle(2)];\nexport async function* all<T extends Shape>(list: T[]): AsyncGenerator<string> { for (const s of list) yield `${s}`; }\nconst [a, b] = Util.twice(shapes[0]!);\nexport const done = (a satisfies Shape) === b;\nfunction dec<T>(value: T, c: ClassMethodDecoratorContext) { return value; }\nexport class D { @dec m(this: D, x?: number) { return x ?? 0; } accessor y = 1; }',
  '/src/bad.ts': 'import { Circle } from "./shapes";\nconst c: string = new Circle("x");\nlet unused;\nfunction f(x: number): string { if (x) return x; }\nmissing.thing();\nconst o: { a: 1 } = { a: 2, b: 3 };\n',
};
const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, strict: true, noImplicitReturns: true, noUnusedLocals: true, declaration: true, outDir: '/out', lib: ['lib.es2022.d.ts', 'lib.esnext.decorators.d.ts', 'lib.decorators.d.ts'] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...rest) => (name in files ? ts.createSourceFile(name, files[name], rest[0]) : getSourceFile(name, ...rest));
host.fileExists = (name) => name in files || fileExists(name);
host.readFile = (name) => files[name] ?? readFile(name);
const written = {};
host.writeFile = (name, text) => { written[name] = text; };
host.getCurrentDirectory = () => '/';
const program = ts.createProgram(Object.keys(files), options, host);
const { emitSkipped } = program.emit();
console.log(ts.version, emitSkipped, Object.keys(written));
console.log(ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), { getCanonicalFileName: (n) => n, getCurrentDirectory: () => '/', getNewLine: () => '\n' }));
for (const name of ['/out/shapes.js', '/out/main.js', '/out/main.d.ts', '/out/shapes.d.ts']) console.log(written[name]);
console.log(ts.transpileModule('const x: number = <any>1; export default x as unknown; enum E { A }', { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES5 } }).outputText);
const service = ts.createLanguageService({ getCompilationSettings: () => options, getScriptFileNames: () => Object.keys(files), getScriptVersion: () => '1', getScriptSnapshot: (n) => { const t = host.readFile(n); return t === undefined ? undefined : ts.ScriptSnapshot.fromString(t); }, getCurrentDirectory: () => '/', getDefaultLibFileName: ts.getDefaultLibFilePath, fileExists: host.fileExists, readFile: host.readFile });
const at = files['/src/main.ts'].indexOf('Circle(2)');
console.log(ts.displayPartsToString(service.getQuickInfoAtPosition('/src/main.ts', at).displayParts), service.getDefinitionAtPosition('/src/main.ts', at).map((d) => d.fileName), service.getCompletionsAtPosition('/src/main.ts', files['/src/main.ts'].indexOf('Util.') + 5).entries.map((e) => e.name), service.getReferencesAtPosition('/src/main.ts', at).length);
