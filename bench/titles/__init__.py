"""The measurement of the coding of titles."""
