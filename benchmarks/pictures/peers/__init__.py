"""The same boxes and lines as other tools lay them out."""
