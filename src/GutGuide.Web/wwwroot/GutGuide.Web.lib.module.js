// Opens the live connection as a web socket at once. To ask first how to connect would need two requests that reach the
// same machine; this way any machine can take it. Where web sockets do not get through, the page's forms do the work.
// The name of this file and of its function are what makes the framework call it.
export function beforeServerStart(options) {
  options.configureSignalR = connection => connection.withUrl("_blazor", { skipNegotiation: true, transport: 1 });
}
