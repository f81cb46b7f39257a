"""What a register is as files: which tables, which columns, which kinds of its own."""
