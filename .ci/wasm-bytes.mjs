// Marks files with the wasm module under node and compares every byte with what the native command says.
//
//     node .ci/wasm-bytes.mjs premark.wasm UNIT PREMARK FILE...
//
// The engine lists a container's parts, this host unpacks them under the engine's limit, the engine reads them.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { inflateRawSync } from "node:zlib";

const [wasm, unit, premark, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: wasm-bytes.mjs WASM UNIT PREMARK FILE...");
  process.exit(64);
}
const module = new WebAssembly.Module(readFileSync(wasm));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error(`the module imports ${imports.map((i) => `${i.module}.${i.name}`).join(", ")}; it must stand alone`);
  process.exit(1);
}
const engine = new WebAssembly.Instance(module, {}).exports;

/** Hands bytes over: [address, count]. */
function given(bytes) {
  const address = engine.premark_allocate(bytes.length);
  new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
  return [address, bytes.length];
}

function marked(file) {
  const bytes = readFileSync(file);
  const parts = engine.premark_open(...given(bytes));
  for (let part = 0; part < parts; part++) {
    const packed = bytes.subarray(engine.premark_part_start(part), engine.premark_part_end(part));
    const plain = engine.premark_part_is_deflated(part)
      ? inflateRawSync(packed, { maxOutputLength: engine.premark_part_limit() })
      : packed;
    engine.premark_fill(part, ...given(plain));
  }
  const text = new TextEncoder();
  const count = engine.premark_check(
    ...given(text.encode(unit)), ...given(text.encode(basename(file))), ...given(new Uint8Array()), 0, 0, 0);
  const [place] = given(new Uint8Array(count));
  engine.premark_output(place);
  return Buffer.from(engine.memory.buffer, place, count);
}

let different = 0;
let milliseconds = 0;
for (const file of files) {
  const start = process.hrtime.bigint();
  const here = marked(file);
  milliseconds += Number(process.hrtime.bigint() - start) / 1e6;
  const there = execFileSync(premark, ["check", file, "--unit", unit, "--format", "json"], { maxBuffer: 1 << 28 });
  if (!here.equals(there)) {
    different += 1;
    const at = here.findIndex((byte, index) => byte !== there[index]);
    const from = Math.max(at - 60, 0);
    console.error(`${file}: differs at byte ${at}`);
    console.error(`  wasm:   ${here.subarray(from, at + 60)}`);
    console.error(`  native: ${there.subarray(from, at + 60)}`);
  }
}
console.log(
  `${files.length - different} of ${files.length} files: the same bytes natively and in wasm`
    + ` (${(milliseconds / files.length).toFixed(1)} ms a file)`);
process.exit(different === 0 ? 0 : 1);
