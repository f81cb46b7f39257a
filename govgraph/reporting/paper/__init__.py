"""The board paper's appendix, in Word, PDF and Markdown, and its tables as a workbook."""
