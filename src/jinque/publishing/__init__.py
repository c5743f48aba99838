"""The next edition: proposed, edited, answered for, checked, printed, and read back."""
