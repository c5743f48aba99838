"""Sentences for people: said once in English in the code, in Chinese by `zh_CN` beside this file.

A sentence is a value. It travels through the program unspoken and is put into words at the edge,
by a translator that is passed: `Translator("zh")(say("{n} rows were read.", n=12))`.
"""

from jinque.locale.sentence import NOTHING as NOTHING
from jinque.locale.sentence import Said as Said
from jinque.locale.sentence import Sentence as Sentence
from jinque.locale.sentence import Words as Words
from jinque.locale.sentence import capitalised as capitalised
from jinque.locale.sentence import clauses as clauses
from jinque.locale.sentence import joined as joined
from jinque.locale.sentence import phrases as phrases
from jinque.locale.sentence import printed as printed
from jinque.locale.sentence import say as say
from jinque.locale.sentence import say_in as say_in
from jinque.locale.sentence import say_n as say_n
from jinque.locale.sentence import say_n_in as say_n_in
from jinque.locale.sentence import sentences as sentences
from jinque.locale.translator import LANGUAGES as LANGUAGES
from jinque.locale.translator import Translator as Translator
from jinque.locale.translator import both as both
from jinque.locale.translator import read_words as read_words
from jinque.locale.translator import write_words as write_words
