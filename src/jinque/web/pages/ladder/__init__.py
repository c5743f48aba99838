"""The ladder in the browser."""
