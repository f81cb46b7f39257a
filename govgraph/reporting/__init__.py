"""What people read: pages, papers and lists of findings."""
