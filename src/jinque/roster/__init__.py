"""Rosters as files of people: headings, cells, what is refused, how people write facts."""
