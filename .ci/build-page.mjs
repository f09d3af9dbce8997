// Puts the engine, the style and the script into one page:  node .ci/build-page.mjs premark.wasm PAGE
//
// The policy of the page allows its script and style by their hashes and no connection at all.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [wasm, page] = process.argv.slice(2);
const here = new URL("../Sources/PremarkPage/Page/", import.meta.url);
const part = (name) => readFileSync(new URL(name, here), "utf8");
const bytes = readFileSync(wasm);
const engine = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports;

function said(count) {
  const place = engine.premark_allocate(count);
  engine.premark_output(place);
  return new TextDecoder().decode(new Uint8Array(engine.memory.buffer, place, count));
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const style = said(engine.premark_style()) + part("page.css");
const script = part("page.js").replace("@RECORD@", () => said(engine.premark_script()));
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; `
  + "connect-src 'none'; base-uri 'none'; form-action 'none'";
const packed = gzipSync(bytes, { level: 9 });
const values = { POLICY: policy, STYLE: style, SCRIPT: script, ENGINE: packed.toString("base64") };
const whole = part("page.html").replace(/@([A-Z]+)@/g, (_, name) => values[name]);
writeFileSync(page, whole);
console.log(`${page}: ${Math.ceil(whole.length / 1000)} kB (engine ${Math.ceil(bytes.length / 1000)} kB, `
  + `${Math.ceil(packed.length / 1000)} kB gzipped)`);
