// Listens to the sandbox's news and keeps listening when the connection breaks.

const PAUSE = 2000;

export function listen({ onNews, onConnected, onLost }) {
  const source = new EventSource("/sandbox/events");
  source.addEventListener("open", onConnected);
  source.addEventListener("message", (event) => onNews(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    onLost();
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ onNews, onConnected, onLost }), PAUSE);
    }
  });
}
