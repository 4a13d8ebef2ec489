// docxtemplater as its documentation says: open, render, generate and write each letter.
// node docxtemplater.js TEMPLATE VALUES FOLDER COUNT prints processor seconds and files.
const fs = require("node:fs");
const path = require("node:path");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");

const WARM_UP = 500; // letters, until its compiler has settled
const [template, values, folder, count] = process.argv.slice(2);
const letters = JSON.parse(fs.readFileSync(values, "utf8"));

function make(letter, file) {
  const zip = new PizZip(fs.readFileSync(template));
  const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true });
  document.render(letter);
  fs.writeFileSync(file, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
}

const practice = path.join(folder, "warm-up");
for (let n = 0; n < WARM_UP; n++) make(letters[n % letters.length], practice);
fs.rmSync(practice);
const files = letters.slice(0, Number(count)).map((_, n) => path.join(folder, `${n}.docx`));
const began = process.cpuUsage();
files.forEach((file, n) => make(letters[n], file));
const spent = process.cpuUsage(began);
console.log(JSON.stringify({ seconds: (spent.user + spent.system) / 1e6, files }));
