#!/usr/bin/env node
/*
 * Makes the requests of the documents where there is no curl; takes what they use of it, and nothing else.
 */
import { writeFileSync } from 'node:fs';

let address = '';
let method;
let body;
let file;
let printsHead = false;
const headers = new Headers();
const given = process.argv.slice(2);
while (given.length > 0) {
  const argument = given.shift();
  if (argument === '-X') method = given.shift();
  else if (argument === '-o') file = given.shift();
  else if (argument === '-H') headers.append(...(given.shift()?.split(/: (.*)/s, 2) ?? []));
  else if (argument === '-D' && given.shift() === '-') printsHead = true;
  else if (argument === '--json') {
    body = given.shift();
    headers.set('content-type', 'application/json');
  } else if (argument?.startsWith('http') && !address) address = argument;
  else if (argument !== '-s') throw new Error(`curl.js does not know ${argument}`);
}

const response = await fetch(address, { method: method ?? (body === undefined ? 'GET' : 'POST'), headers, body });
if (printsHead) {
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`);
  process.stdout.write(`HTTP/1.1 ${response.status}\r\n${lines.join('')}\r\n`);
}
const bytes = Buffer.from(await response.arrayBuffer());
if (file) writeFileSync(file, bytes);
else process.stdout.write(bytes);
process.stderr.write(`${response.status}\n`);
