"""What an assistant may ask of a structure, and how it asks: the tools of an MCP server."""
