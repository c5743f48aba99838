"""What each page and its JSON twin show: frozen, documented in docs/reference/site.md.

What the pages of an office show, as data.

The routes, one module for each kind of page.

The pages of an office: signing in, drafts, history.
"""
