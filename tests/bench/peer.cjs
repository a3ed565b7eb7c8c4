// The usual way in Node: `node peer.cjs FOLDER SCHEMA` validates every record with js-yaml and ajv.
// A peer for bench.py.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');
const formats = require('ajv-formats');
const yaml = require('js-yaml');

const [folder, schema] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));

function visit(current) {
  for (const entry of fs.readdirSync(current, { withFileTypes: true })) {
    const name = path.join(current, entry.name);
    if (entry.isDirectory()) visit(name);
    else if (name.endsWith('.yaml')) check(name);
  }
}

function check(name) {
  try {
    if (validate(yaml.load(fs.readFileSync(name, 'utf8')))) return;
    for (const error of validate.errors) console.log(`${name}: ${error.instancePath} ${error.message}`);
  } catch (error) {
    console.log(`${name}: ${error.message}`);
  }
}

visit(path.join(folder, 'practices'));
