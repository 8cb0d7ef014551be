const hash = document.querySelector('#hash');
const module = await WebAssembly.compileStreaming(fetch('lib/engine.wasm'));
hash.textContent = `${WebAssembly.Module.customSections(module, 'zeros').length} section, ${location.hash}`;
