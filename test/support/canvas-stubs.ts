// pdfjs asks for a canvas when it is imported, though reading text needs none: these stand in, and draw nothing.

Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} });
