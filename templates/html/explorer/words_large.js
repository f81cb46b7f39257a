// What is said of a structure that no one picture holds.

Object.assign(say, {
  apex: "nobody: accountability may end here",
  outside: "nobody here: outside these arrangements",
  unknown: "a body that is not in the file",
  yes: "yes",
  no: "no",
  lists: { bodies: "Bodies", relations: "Relations" },
  columns: {
    bodies: ["Body", "Kind", "Area", "Status", "Answers to", "Findings"],
    relations: ["From", "Relation", "To", "Status", "Line of account"],
  },
  listFound: (count) => (count === 1 ? "Show it in the list below" : `Show all ${count} in the list below`),
  listAbout: (count) => (count === 1 ? "Show the body in the list" : `Show the ${count} bodies in the list`),

  listed(from, to, count, total, what) {
    if (!count) return `None of the ${total} is as asked for.`;
    const asked = count === total ? "" : ` that are as asked for, out of ${total}`;
    return `${what} ${from} to ${to} of ${count}${asked}.`;
  },

  standpointOfList(there) {
    return `On ${day(here.day)}, ${counted()}: ${there} of ${bodies.length} bodies ${there === 1 ? "is" : "are"} there. The findings are still those of the page: ${data.said || say.anyDate}.`;
  },
});
