"""Rules of recognition and benefit, and what they come to for somebody: the nouns."""
