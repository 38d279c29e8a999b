// Opens the notice while the connection is down. When the server no longer knows the page, loading it again goes on
// where the person was: every answer is saved as it is given.
const notice = document.getElementById("components-reconnect-modal");

let isInDoubt = false;

// What was chosen just before the connection broke may never have arrived, and the page shows it all the same. So from then on
// its form goes as it goes without script: with what the person sees.
addEventListener("submit", event => {
  if (isInDoubt && event.target.matches("form[data-live]")) {
    event.stopImmediatePropagation();
  }
}, { capture: true });

notice?.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
      isInDoubt = true;
      notice.showModal();
      break;
    case "hide":
      notice.close();
      break;
    case "failed":
      document.addEventListener("visibilitychange", retryWhenVisible);
      break;
    case "rejected":
      location.reload();
      break;
  }
});

document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-resume-button")?.addEventListener("click", resume);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      location.reload();
    } else {
      notice.close();
    }
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  if (!await Blazor.resumeCircuit()) {
    location.reload();
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === "visible") {
    await retry();
  }
}
