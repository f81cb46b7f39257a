"""Papers as headings, paragraphs, bullets and table rows, and what of them a structure holds."""
