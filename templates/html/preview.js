"use strict";
{
  const frame = document.getElementById("page");
  const problems = document.getElementById("problems");
  const ended = document.getElementById("ended");
  let shown = null;
  const events = new EventSource("/events");
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    ended.hidden = true;
    problems.hidden = !state.problems.length;
    problems.querySelector("ul").replaceChildren(...state.problems.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    if (shown !== null && state.page !== shown) frame.contentWindow.location.reload();
    shown = state.page;
  };
  events.onerror = () => { ended.hidden = false; };
}
