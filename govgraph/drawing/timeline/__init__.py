"""The lives of bodies and the events between them, as a picture."""
