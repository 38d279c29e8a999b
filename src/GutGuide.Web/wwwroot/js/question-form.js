// What the form of a question page does for the person beyond what it does without script. The form posts, whether or not the
// page is live: so what is saved is what stands in it. Nothing here is needed to get through the questions.
const forms = "form[data-page]";
const enhanced = "text/html; blazor-enhanced-nav=on";
const token = "__RequestVerificationToken";
const elsewhere = "blazor-enhanced-nav-redirect-location";

// Tried again at least so often while the site cannot be reached.
const patienceMs = 5000;

const request = window.fetch;

let form = null;
let page = null;
let focused = document.activeElement;
let leftOver = {};
let isUnderWay = false;
let isConnectionLost = false;
let hasStarted = false;
let tryNow = null;
let ahead = null;

look();
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });

/** Called before the first page becomes live. */
export function listen() {
  Blazor.registerCustomEventType("answers", {
    browserEventName: "input",
    createEventArgs: event => ({ values: { ...leftOver, ...valuesOf(event.target.form ?? event.target) } }),
  });
}

/** Called once pages change without a load. */
export function start(blazor) {
  hasStarted = true;
  blazor.addEventListener("enhancedload", arrive);
}

/** The server has forgotten this page: it goes on as a plain form, and the next page is loaded, which connects anew. */
export function goOnUnconnected() {
  isConnectionLost = true;
  return form !== null;
}

// -- What stands in the form when the page becomes live ------------------------------------------------------------------

// A page becomes live when its form is replaced by one that shows what is saved; the old one still holds what was chosen.
function look() {
  const now = document.querySelector(forms);
  if (now && now !== form) {
    const before = form;
    form = now;
    page ??= now.dataset.page;
    if (before?.dataset.page === now.dataset.page) {
      carryOver(before, now);
    }
  }
}

function carryOver(from, to) {
  const given = valuesOf(from);
  if (JSON.stringify(given) !== JSON.stringify(valuesOf(to))) {
    const twins = byKey(to);
    leftOver = { ...given };
    for (const [key, control] of byKey(from)) {
      const twin = twins.get(key);
      if (twin) {
        copy(control, twin);
        delete leftOver[control.name];
      }
    }

    to.dispatchEvent(new Event("input", { bubbles: true }));
    leftOver = {};
  }

  const folds = to.querySelectorAll("details");
  from.querySelectorAll("details").forEach((fold, place) => folds[place] && (folds[place].open = fold.open));
  if (document.activeElement === document.body && focused && !focused.isConnected) {
    keepFocus(twinOf(focused, from, to));
  }
}

function copy(control, twin) {
  if (isTickable(control)) {
    twin.checked = control.checked;
  } else if (control.localName === "select") {
    const chosen = new Set([...control.selectedOptions].map(option => option.value));
    [...twin.options].forEach(option => option.selected = chosen.has(option.value));
  } else {
    twin.value = control.value;
  }
}

function keepFocus(twin) {
  twin?.focus({ preventScroll: true });
  if (twin && typeof focused.selectionStart === "number" && focused.type === twin.type) {
    twin.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}

function twinOf(element, from, to) {
  const key = [...byKey(from)].find(([, control]) => control === element)?.[0];
  return key ? byKey(to).get(key)
    : [...document.getElementById("main").querySelectorAll(element.localName)]
      .find(other => other.className === element.className && other.textContent === element.textContent);
}

/** The controls by what tells them apart within any rendering of the same page. */
function byKey(from) {
  const controls = new Map();
  for (const control of controlsOf(from)) {
    const key = JSON.stringify([control.name, control.type, isTickable(control) ? control.value : ""]);
    let place = 0;
    while (controls.has(key + place)) {
      place++;
    }

    controls.set(key + place, control);
  }

  return controls;
}

/** Each name with what is given for it, be it nothing. */
function valuesOf(from) {
  const values = {};
  for (const control of controlsOf(from)) {
    (values[control.name] ??= []).push(
      ...control.localName === "select" ? [...control.selectedOptions].map(option => option.value)
        : isTickable(control) && !control.checked ? []
        : [control.value]);
  }

  return values;
}

function controlsOf(from) {
  const silent = ["submit", "button", "reset", "image", "file"];
  return [...from.elements].filter(control => control.name && control.name !== token && !silent.includes(control.type));
}

function isTickable(control) {
  return control.type === "checkbox" || control.type === "radio";
}

addEventListener("focusin", event => focused = event.target);
addEventListener("focusout", event => queueMicrotask(() => {
  if (event.target.isConnected && event.target === focused && document.activeElement === document.body) {
    focused = null;
  }
}));

// "None of these" stands alone, at once and not only when the server has heard of it.
addEventListener("input", event => {
  const box = event.target;
  if (box.type === "checkbox" && box.checked && box.form?.matches(forms)) {
    for (const other of box.form.elements) {
      if (other !== box && other.name === box.name && other.checked && ("alone" in box.dataset || "alone" in other.dataset)) {
        other.checked = false;
      }
    }
  }
}, true);

// -- On the way to the next page ---------------------------------------------------------------------------------------

addEventListener("submit", event => {
  if (!event.target.matches(forms)) {
    return;
  }

  if (isUnderWay) {
    event.preventDefault();
    event.stopImmediatePropagation();
    tryNow?.();
  } else if (!hasStarted && !navigator.onLine) {
    event.preventDefault();
    sendOnceOnline(event.target, event.submitter);
  } else if (!hasStarted) {
    // The browser sends it: it knows what a second press means, and how to stop.
    event.target.setAttribute("aria-busy", "true");
    say("busy");
  }
}, true);

async function sendOnceOnline(plain, submitter) {
  setOut();
  say("offline");
  await untilTriedAgain();
  comeToRest();
  plain.requestSubmit(submitter);
}

// The framework changes the address first and then asks for the page. Asked for beforehand, both change together.
addEventListener("click", async event => {
  const link = event.target instanceof Element && event.target.closest("a[data-enhance-nav='true']");
  if (!link || !hasStarted || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }

  event.preventDefault();
  event.stopImmediatePropagation();
  if (!isUnderWay) {
    const response = await travel(link.href, { headers: { accept: enhanced } });
    await response.clone().text();
    ahead = { address: link.href, response };
    Blazor.navigateTo(link.href);
  }
}, true);

// The framework asks for every page that changes without a load by this function, and gives up at the first fault.
window.fetch = (resource, options) => {
  if (new Headers(options?.headers).get("accept") !== enhanced) {
    return request(resource, options);
  }

  if (ahead?.address === String(resource)) {
    const { response } = ahead;
    ahead = null;
    return Promise.resolve(response);
  }

  return travel(resource, options);
};

async function travel(address, options) {
  setOut();
  for (;;) {
    try {
      const response = await request(address, options);
      if (response.status !== 429 && response.status < 500) {
        return leadOn(response, options);
      }

      say("refused");
      await untilTriedAgain(options.signal, 1000 * Number(response.headers.get("retry-after")));
    } catch (fault) {
      if (options.signal?.aborted) {
        throw fault;
      }

      say("offline");
      await untilTriedAgain(options.signal);
    }

    say("busy");
  }
}

/** Another page than a question is loaded, so that it is read from its top; and so is a question that has to connect anew. */
function leadOn(response, options) {
  const next = options.method === "post" && response.headers.get(elsewhere) || (isConnectionLost && response.ok && response.url);
  if (!next) {
    return response;
  }

  location.assign(next);
  return new Promise(() => { });
}

function untilTriedAgain(signal, waitMs) {
  return new Promise(resolve => {
    const timer = setTimeout(done, waitMs || patienceMs);
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
    tryNow = done;

    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      tryNow = null;
      resolve();
    }
  });
}

function setOut() {
  isUnderWay = true;
  form?.setAttribute("aria-busy", "true");
  // The button keeps the focus; what would be changed now would not be sent.
  form?.querySelectorAll("fieldset").forEach(field => field.inert = true);
  say("busy");
}

function comeToRest() {
  isUnderWay = false;
  form?.removeAttribute("aria-busy");
  form?.querySelectorAll("fieldset").forEach(field => field.inert = false);
  say(null);
}

function say(what) {
  const status = form?.querySelector("[data-busy]");
  if (status) {
    status.textContent = what ? status.dataset[what] : "";
  }
}

// Without a load, a screen reader has to be led to what is new.
function arrive() {
  look();
  comeToRest();
  const problems = document.querySelector("#main .error-summary");
  if (problems) {
    problems.focus();
  } else if (form && form.dataset.page !== page) {
    scrollTo({ top: 0, behavior: "instant" });
    document.querySelector("#main h1")?.focus({ preventScroll: true });
  }

  page = form?.dataset.page;
}

addEventListener("pageshow", event => event.persisted && comeToRest());
