"""The forms a drawing is written in beside SVG."""
