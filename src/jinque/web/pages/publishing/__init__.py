"""The pages of the next edition: its drafts for an office, and what the public says of a row."""
