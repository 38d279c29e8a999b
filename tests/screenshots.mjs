// Pictures of every kind of page, for looking at. Called by screenshots.sh: node screenshots.mjs ADDRESS FOLDER [NAME...]
import { chromium } from "playwright-core";

const [site, folder, ...names] = process.argv.slice(2);
const widths = [360, 768, 1280];
const schemes = ["light", "dark"];
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const reading = {
  home: "/", learn: "/learn", article: "/learn/what-is-leaky-gut", table: "/learn/how-it-happens", wheel: "/learn/the-5r-protocol", help: "/help", "help-soon": "/help/soon", symptoms: "/symptoms", symptom: "/symptoms/bloating-and-gas", meals: "/learn/meals",
  sources: "/sources", glossary: "/glossary", rules: "/rules", "how-it-works": "/how-it-works", privacy: "/privacy", search: "/search?q=zonulin", missing: "/learn/no-such-page",
  start: "/consultation",
};

// What each person says beyond "none of these" and the calmest answer.
const people = {
  "self-care": { body: ["male"], gut: ["bloating", "hard"], "bloating-often": ["some"], food: ["plants", "rush"], celiac: ["neg"] },
  nothing: { body: ["male"], celiac: ["neg"] },
  routine: { body: ["ovaries"], gut: ["pain", "loose"], "pain-often": ["few"], "loose-often": ["few"], medicines: ["pain"], "m-pain": ["nsaid"], food: ["rush"] },
  soon: { body: ["male"], "alarm-gut": ["blood"], gut: ["bloating"] },
  urgent: { body: ["male"], "alarm-body": ["yellow"] },
  emergency: { "now-blood": ["vomit-blood"] },
  crisis: { coping: ["suicide-thought"] },
  child: { who: ["child"] },
};

// A page of each kind: one choice, several choices, a number, a table of how often.
const questions = ["start", "now-blood", "about", "gut", "gut-often"];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: flags });
const wanted = name => names.length === 0 || names.some(part => name.includes(part));

for (const [name, address] of Object.entries(reading)) {
  if (wanted(name)) {
    await shootAll(name, address);
  }
}

for (const [name, said] of Object.entries(people)) {
  if (!wanted(`result-${name}`)) {
    continue;
  }
  const visitor = await walk(said, name === "self-care");
  const cookies = await visitor.cookies();
  await shootAll(`result-${name}`, "/consultation/result", cookies);
  await print(`result-${name}`, "/consultation/result", cookies);
  if (name === "self-care") {
    await shootAll("check-answers", "/consultation/check-answers", cookies);
    await shootAll("summary", "/consultation/summary", cookies);
    await shootAll("week", "/consultation/meals", cookies);
    await shootAll("diary", "/consultation/diary", cookies);
    await shootAll("check-in", "/consultation/check-in", cookies);
    await shootAll("progress", "/consultation/progress", cookies);
    await shootAll("sheet", "/consultation/print", cookies);
    await print("sheet", "/consultation/print", cookies);
    await print("summary", "/consultation/summary", cookies);
  }
  await visitor.close();
}

await browser.close();

// Without script each page is a plain form, which is the quickest way through.
async function walk(said, shoots) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}/consultation`);
  await page.check("#consent");
  await page.click("main button[type=submit]");
  while (new URL(page.url()).pathname.startsWith("/consultation/q/")) {
    const kind = new URL(page.url()).pathname.split("/").pop();
    const shot = shoots && wanted(`question-${kind}`) && questions.includes(kind);
    if (shot) {
      await shootAll(`question-${kind}`, `/consultation/q/${kind}`, await context.cookies());
      await page.click("main form button[type=submit]");
      if (page.url().endsWith(kind)) {
        await shootAll(`question-${kind}-error`, `/consultation/q/${kind}`, await context.cookies());
      }
      await page.goto(`${site}/consultation/q/${kind}`);
    }
    await answer(page, said);
    await page.click("main form button[type=submit]");
    if (page.url().endsWith(`/q/${kind}`)) {
      // A follow-up on the same page that this answer made necessary.
      await answer(page, said);
      await page.click("main form button[type=submit]");
    }
  }
  if (page.url().includes("check-answers")) {
    await page.click("main form button[type=submit]");
  }
  return context;
}

async function answer(page, said) {
  for (const field of await page.locator("main form fieldset, main form .field").all()) {
    const inputs = await field.locator("input, select").all();
    if (inputs.length === 0) {
      continue;
    }
    const name = await inputs[0].getAttribute("name");
    const type = await inputs[0].getAttribute("type");
    if (type === "radio" || type === "checkbox") {
      const codes = await Promise.all(inputs.map(input => input.getAttribute("value")));
      const chosen = (said[name] ?? []).filter(code => codes.includes(code));
      const calm = ["none", "never", "no"].find(code => codes.includes(code)) ?? codes[0];
      for (const code of chosen.length > 0 ? chosen : [calm]) {
        await field.locator(`input[value="${code}"]`).evaluate(input => { input.checked = true; });
      }
    } else if (await inputs[0].inputValue() === "") {
      await inputs[0].fill(name === "age" ? "35" : (await inputs[0].getAttribute("min")) ?? "1");
    }
  }
}

async function shootAll(name, address, cookies = []) {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
    await context.addCookies(cookies);
    const page = await context.newPage();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site + address, { waitUntil: "load" });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
    await context.close();
  }
  console.log(name);
}

async function print(name, address, cookies) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(site + address);
  await page.pdf({ path: `${folder}/${name}.pdf`, format: "Letter" });
  await context.close();
}
