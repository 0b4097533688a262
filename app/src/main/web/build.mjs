// Puts what the browser needs into the folder given: `node build.mjs target/classes/static`.
// Fetches packages only when package-lock.json changed, and writes only when something is newer.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const packages = join(here, 'node_modules');
const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

// npm writes this file last, so a broken-off fetch is done again.
if (time(join(packages, '.package-lock.json')) < time(join(here, 'package-lock.json'))) {
  console.log('Fetching the packages of the pages (npm ci)');
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
  });
  writeFileSync(join(packages, '.fetched'), '');
}

const sheet = join(target, 'moot.css');
const inputs = ['build.mjs', 'moot.scss', 'package-lock.json'].map((name) => join(here, name));
if (inputs.every((input) => time(input) < time(sheet))) {
  process.exit(0);
}

mkdirSync(join(target, 'vendor', 'leaflet'), { recursive: true });
cpSync(join(packages, 'leaflet/dist/leaflet.js'), join(target, 'vendor/leaflet/leaflet.js'));
cpSync(join(packages, 'leaflet/dist/leaflet.css'), join(target, 'vendor/leaflet/leaflet.css'));
cpSync(join(packages, 'leaflet/dist/images'), join(target, 'vendor/leaflet/images'), { recursive: true });
cpSync(
  join(packages, 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.js'),
  join(target, 'vendor/nhsuk-frontend.js'),
);

const sass = await import('sass');
const { css } = sass.compile(join(here, 'moot.scss'), {
  loadPaths: [packages],
  style: 'compressed',
  quietDeps: true,
});
writeFileSync(sheet, css);
