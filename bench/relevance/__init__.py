"""Judged queries over the built-in corpus, and the three engines that are asked them."""
