// What the page's script knows and TypeScript cannot: which element goes by an id or a class, and which
// event comes. What is found by a selector may be any element; every other name is held to its type.

interface ParentNode {
  querySelector(selector: string): any;
  querySelectorAll(selector: string): NodeListOf<any>;
}

interface Element {
  closest(selector: string): any;
}

interface Document {
  addEventListener(type: string, listener: (event: any) => unknown, options?: boolean | object): void;
  getElementById(id: string): any;
}

interface EventTarget {
  addEventListener(type: string, listener: (event: any) => unknown, options?: boolean | object): void;
}

interface HTMLElement {
  addEventListener(type: string, listener: (event: any) => unknown, options?: boolean | object): void;
}

interface Window {
  addEventListener(type: string, listener: (event: any) => unknown, options?: boolean | object): void;
}
