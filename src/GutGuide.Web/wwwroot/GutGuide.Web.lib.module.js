// The name of this file and of its functions are what makes the framework call them. It waits for what is imported here, so
// no page becomes live before what stands in its form can be carried over.
import { listen, start } from "./js/question-form.js";

// Opens the live connection as a web socket at once. To ask first how to connect would need two requests that reach the
// same machine; this way any machine can take it. Where web sockets do not get through, the page's forms do the work.
export function beforeServerStart(options) {
  options.configureSignalR = connection => connection.withUrl("_blazor", { skipNegotiation: true, transport: 1 });
  listen();
}

export function afterWebStarted(blazor) {
  start(blazor);
}
