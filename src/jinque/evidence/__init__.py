"""Evidence of shortage as files: questionnaires out, returns and labour-market tables in.

Nothing of a respondent reaches the record of catalogues: evidence has folders of its own.
"""
