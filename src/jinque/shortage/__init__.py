"""From evidence to an index of shortage that shows its uncertainty."""
