"""Where the bodies of a diagram stand: rows, order, columns, straight lines."""
