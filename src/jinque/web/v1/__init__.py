"""The interface for programs, version 1: `/api/v1`. What it answers never changes its meaning."""
