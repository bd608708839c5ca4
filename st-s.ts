import { RubySass } from './src/converters/sass/ruby/compile.ts';
import { readFileSync, statSync } from 'node:fs';
const st = (p: string) => { try { return statSync(p); } catch { return null; } };
const s = new RubySass({ isFile: (p) => st(p)?.isFile() ?? false, isDirectory: (p) => st(p)?.isDirectory() ?? false, read: (p) => readFileSync(p, 'utf8') });
try { console.log(s.compile(readFileSync(process.argv[2]!, 'utf8').replace(/^---\n[^]*?---\n/, '').replace(/\{\{[^}]*\}\}/g,'default').replace(/\{%[^%]*%\}/g,''), { style: 'nested', loadPaths: [process.argv[3]!], warn: console.log }).slice(0, 300)); } catch (e) { console.log((e as Error).message, JSON.stringify(e), (e as Error).stack?.slice(0,1900)); }
