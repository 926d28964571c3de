// Code of many languages, laid out.
import * as prettier from 'prettier';

const samples = {
  babel: "const {a,b:{c}}=x, f=async({d=1},...r)=>{if(a)return await b?.c??`t${ d }`;else for(const z of y)yieldIt(z)}\nveryLongFunctionName(argumentNumberOne, argumentNumberTwo, (callback) => { return callback(1) }, 'string');class A{#p=1;static{}@dec m(){}}",
  typescript: 'interface A<T extends string=never>{readonly a?:T[]; [k:string]:unknown} type B=A<"x">|{b:number}&C; enum E{A=1,B} declare module "m"{export function f(this:Window,a:number):asserts a is 1} abstract class X<T> implements Y{private constructor(public z:string){super()}}',
  css: 'a{color:RED;background:URL(x.png)}@media (max-width:100px){.b>c,d::before{margin:0 0 0 0;--x:{a:b}}}', scss: '$a:1px;@mixin m($x){&:hover{width:calc($a+#{$x})}}.b{@include m(2)}', less: '.m(@a){width:@a}.b{.m(1px)}',
  json: '{"a":[1,2,{"b":null}],"long":["aaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","cccccccccccccccccccc"]}', markdown: '# T\n* a\n* b\n\n|a|b|\n|-|:-:|\n|1|2|\n```js\na ( 1 )\n```\n',
  yaml: 'a:   1\nb:\n    - x\n    - {y: 1}\n', html: '<div><p>text <b>bold</b></p><script>a ( )</script><style>a{b:c}</style></div>', graphql: 'query Q($a:Int=1){b(c:$a){...F}} fragment F on T{d}', vue: '<template><a :b="c+1"/></template><script>export default {a(){}}</script>',
};
for (const [parser, text] of Object.entries(samples)) console.log(parser, await prettier.format(text, { parser }));
console.log(await prettier.format(samples.babel, { parser: 'babel', semi: false, singleQuote: true, tabWidth: 4, printWidth: 40, trailingComma: 'none', arrowParens: 'avoid' }), await prettier.check('a;\n', { parser: 'babel' }), (await prettier.formatWithCursor('a( 1)', { parser: 'babel', cursorOffset: 4 })).cursorOffset, (await prettier.getFileInfo('x.tsx')).inferredParser);
await prettier.format('let a = ;', { parser: 'babel' }).catch((e) => console.log(e.name, e.message));
