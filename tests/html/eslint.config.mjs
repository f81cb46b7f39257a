// The page's script: what eslint recommends, and what would be a slip in it.
import js from "@eslint/js";

const browser = Object.fromEntries(
  [
    "atob", "Blob", "DecompressionStream", "document", "DOMPoint", "EventSource", "history", "Image",
    "innerWidth", "location", "matchMedia", "navigator", "Option", "performance", "requestAnimationFrame",
    "ResizeObserver", "Response", "scrollBy", "setTimeout", "URL", "window", "XMLSerializer",
  ].map((name) => [name, "readonly"]),
);

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-shadow": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
