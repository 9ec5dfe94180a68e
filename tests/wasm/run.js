// Runs the program in the file that is given, without any import, and fails if it traps.
const { readFileSync } = require("node:fs");

WebAssembly.instantiate(readFileSync(process.argv[2]), {}).then(({ instance }) => {
    instance.exports.main(0, 0);
    console.log("the calls in WebAssembly succeeded");
});
