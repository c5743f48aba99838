"""Made-up catalogues, printed in the habits of many offices, with the truth of every cell.

Nothing here but `reading` knows the program, and that one knows only `jinque.api`.
"""
