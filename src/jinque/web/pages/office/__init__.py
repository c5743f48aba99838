"""The pages of an office: signing in, drafts, doubts, history."""
