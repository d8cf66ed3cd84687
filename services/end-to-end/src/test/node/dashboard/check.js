// usage: node check.js DASHBOARD.json
// Exit code 0: the dashboard has only what Grafana's types know. 1: what is wrong stands on standard error.
const fs = require('fs');
const path = require('path');
const { default: Ajv } = require('ajv');
const { createGenerator } = require('ts-json-schema-generator');

const KINDS = { row: 'RowsPanel', stat: 'StatPanel', table: 'TablePanel', timeseries: 'TimeseriesPanel' };

const generator = createGenerator({
  path: path.join(__dirname, 'dashboard.ts'),
  additionalProperties: false,
  functions: 'hide',
});
const validators = {};

// What is wrong with this value, one line each.
function problems(type, value, place) {
  validators[type] ??= new Ajv({ allErrors: true, strict: false }).compile(generator.createSchema(type));
  if (validators[type](value)) return [];
  return validators[type].errors.map((e) => `${place}${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
}

const dashboard = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const found = problems('WholeDashboard', dashboard, 'dashboard');
for (const panel of dashboard.panels) {
  const place = `panel "${panel.title}"`;
  found.push(...(KINDS[panel.type] ? problems(KINDS[panel.type], panel, place) : [`${place}: no kind "${panel.type}"`]));
}
if (found.length) {
  console.error(found.join('\n'));
  process.exit(1);
}
console.log(`${dashboard.panels.length} panels, nothing that Grafana does not know`);
