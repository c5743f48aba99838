"""What each page and its JSON twin show: frozen, documented in docs/reference/site.md."""
