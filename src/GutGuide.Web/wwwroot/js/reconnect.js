import { goOnUnconnected } from "./question-form.js";

// Shows the notice while the connection is down. When the server no longer knows the page, a question goes on as a plain
// form, and any other page is loaded again.
const notice = document.getElementById("components-reconnect-modal");

notice?.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
      // It covers nothing and takes no focus: a question can be answered and sent meanwhile.
      notice.open = true;
      break;
    case "hide":
      notice.close();
      break;
    case "failed":
      document.addEventListener("visibilitychange", retryWhenVisible);
      break;
    case "rejected":
      begin();
      break;
  }
});

document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-resume-button")?.addEventListener("click", resume);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      begin();
    } else {
      notice.close();
    }
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  if (!await Blazor.resumeCircuit()) {
    begin();
  }
}

// To load a question again would lose what is chosen there and not sent yet.
function begin() {
  if (goOnUnconnected()) {
    notice.classList.add("components-reconnect-hide");
    notice.close();
  } else {
    location.reload();
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") {
    await retry();
  }
}
