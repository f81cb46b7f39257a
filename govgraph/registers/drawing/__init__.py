"""What a drawing of a register shows: bodies one by one where they are few, else groups."""
