"""The libraries that a register is loaded and checked with, one a file."""
