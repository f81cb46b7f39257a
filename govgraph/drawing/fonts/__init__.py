"""The bundled font, by which text is measured and drawn."""
