// For editors only, while the site runs in development: loads the page again when its content changes, and shows on top of
// the last good page why the files as they are now could not take its place.
const banner = document.createElement("aside");
let version;

banner.id = "content-faults";
banner.setAttribute("role", "alert");
banner.style.cssText = "position: sticky; top: 0; z-index: 9; max-height: 40vh; overflow: auto; padding: .75rem 1rem; background: #7a1414; color: #fff; font: 1rem/1.5 system-ui, sans-serif";

new EventSource("/dev/content").onmessage = message => {
  const state = JSON.parse(message.data);
  version ??= state.version;
  if (state.version !== version) {
    location.reload();
  } else {
    show(state.faults);
  }
};

function show(faults) {
  banner.remove();
  if (faults.length > 0) {
    banner.replaceChildren(
      line("strong", `${faults.length === 1 ? "1 fault" : `${faults.length} faults`}. You see the last good version.`),
      ...faults.map(fault => line("div", fault)));
    document.body.prepend(banner);
  }
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
