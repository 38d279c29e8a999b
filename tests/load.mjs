// People without script who answer page after page: node load.mjs ADDRESS PEOPLE SECONDS
// Prints what failed, how long an answer took, and reads every acknowledged answer back at the end.
import http from 'node:http';

const [address, people, seconds] = [new URL(process.argv[2]), Number(process.argv[3]), Number(process.argv[4])];
if (!['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)) {
  throw new Error('This load is for a site on this machine only.');
}

const agent = new http.Agent({ keepAlive: true, maxSockets: people });
const until = Date.now() + seconds * 1000;
const took = { save: [], page: [] };
const faults = new Map();
let begun = 0, saved = 0, read = 0, lost = 0;

const fault = what => faults.set(what, (faults.get(what) ?? 0) + 1);
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

function send(person, method, path, fields) {
  const body = fields && new URLSearchParams(fields).toString();
  const headers = { cookie: [...person.cookies].map(pair => pair.join('=')).join('; ') };
  if (body !== undefined) {
    Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
  }

  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, address), { method, headers, agent }, response => {
      for (const cookie of response.headers['set-cookie'] ?? []) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        person.cookies.set(name, value);
      }

      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        took[method === 'POST' ? 'save' : 'page'].push(performance.now() - began);
        resolve({ status: response.statusCode, next: response.headers.location, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const attribute = (tag, name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const token = html => attribute(/<input[^>]*__RequestVerificationToken[^>]*>/.exec(html)?.[0] ?? '', 'value') ?? '';

// The inputs of the question form, by name.
function questions(html) {
  const form = html.split('<form').find(part => / action="\/consultation\/q\//.test(part))?.split('</form>')[0] ?? '';
  const byName = new Map();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name && attribute(tag, 'type') !== 'hidden') {
      byName.set(name, [...byName.get(name) ?? [], { type: attribute(tag, 'type'), value: attribute(tag, 'value') ?? '', checked: / checked/.test(tag) }]);
    }
  }

  return byName;
}

function choose(inputs) {
  const { type } = inputs[0];
  return type === 'checkbox' ? (inputs.find(input => input.value.startsWith('none')) ?? inputs.at(-1)).value
    : type === 'radio' ? inputs[Math.floor(Math.random() * inputs.length)].value
    : '40';
}

async function begin(person) {
  person.acknowledged = new Map();
  const start = await send(person, 'GET', '/consultation');
  const begunAt = await send(person, 'POST', '/consultation', { __RequestVerificationToken: token(start.text), consent: 'yes' });
  if (begunAt.status !== 303) {
    fault(`start ${begunAt.status}`);
    return null;
  }

  begun++;
  return begunAt.next;
}

async function answer(person, path) {
  const page = await send(person, 'GET', path);
  if (page.status !== 200) {
    fault(`page ${page.status}`);
    return null;
  }

  await pause(500 + Math.random() * 1000);
  const given = [...questions(page.text)].map(([name, inputs]) => [name, choose(inputs)]);
  const answered = await send(person, 'POST', path, [['__RequestVerificationToken', token(page.text)], ...given]);
  if (answered.status !== 303) {
    fault(`answer ${answered.status}`);
    return null;
  }

  if (answered.next === path) {
    return null; // Something on the page did not suit; this person begins again.
  }

  saved++;
  person.acknowledged.set(path, given);
  return answered.next.startsWith('/consultation/q/') ? answered.next : null;
}

async function readBack(person) {
  for (const [path, given] of person.acknowledged) {
    const page = await send(person, 'GET', path);
    const shown = questions(page.text);
    for (const [name, value] of given) {
      const inputs = shown.get(name);
      if (!inputs) {
        continue; // A later answer took the question away.
      }

      read++;
      if (!inputs.some(input => input.value === value && (input.checked || !['radio', 'checkbox'].includes(input.type)))) {
        lost++;
      }
    }
  }
}

async function live() {
  const person = { cookies: new Map(), acknowledged: new Map() };
  await pause(Math.random() * 1000);
  for (let path = null; Date.now() < until;) {
    try {
      if (!path) {
        await readBack(person);
      }

      path = path ? await answer(person, path) : await begin(person);
    } catch (error) {
      fault(error.code ?? error.message);
      path = null;
    }
  }

  await readBack(person);
}

const at = (times, share) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
await Promise.all(Array.from({ length: people }, live));
agent.destroy();
console.log(`${people} people, ${seconds} s: ${begun} consultations begun, ${saved} pages of answers saved`);
console.log(`faults: ${[...faults].map(([what, count]) => `${count} x ${what}`).join(', ') || 'none'}; read back ${read} answers, ${lost} lost`);
for (const [what, times] of Object.entries(took)) {
  console.log(`${what}: ${times.length}, p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`);
}

process.exitCode = faults.size > 0 || lost > 0 || saved === 0 ? 1 : 0;
