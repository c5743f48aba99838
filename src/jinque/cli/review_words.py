"""Words of reviews, in both languages."""

from jinque.model import Words
from jinque.model.review import DraftState
from jinque.model.review_decision import Action, Relation

DRAFT_HEADINGS = (
    Words(zh="草稿", en="Draft"),
    Words(zh="状态", en="State"),
    Words(zh="文件", en="File"),
    Words(zh="行", en="Rows"),
    Words(zh="待处理", en="Open"),
    Words(zh="其中须先处理", en="Blocking"),
)
STATES = {
    DraftState.OPEN: Words(zh="审核中", en="open"),
    DraftState.APPROVED: Words(zh="复核通过", en="approved"),
    DraftState.PUBLISHED: Words(zh="已公布", en="published"),
    DraftState.DISCARDED: Words(zh="已作废", en="discarded"),
}
RELATIONS = {
    Relation.NEW: Words(zh="新目录", en="a new catalogue"),
    Relation.NEXT_EDITION: Words(zh="下一版，前一版是", en="the next edition of"),
    Relation.SAME_EDITION: Words(zh="同一版：", en="the same edition as"),
}
ACTIONS = {
    Action.ACCEPT: Words(zh="接受", en="accepted"),
    Action.CORRECT: Words(zh="更正", en="corrected"),
    Action.REJECT: Words(zh="拒绝", en="rejected"),
    Action.ROLE: Words(zh="指定栏目", en="told what a column is"),
    Action.STATE: Words(zh="补充信息", en="stated a fact"),
    Action.RELATE: Words(zh="确定版本关系", en="related"),
    Action.UPLOAD: Words(zh="送审", en="uploaded"),
    Action.REREAD: Words(zh="重读", en="read again"),
    Action.UNDO: Words(zh="撤销", en="undid"),
    Action.APPROVE: Words(zh="复核", en="approved"),
    Action.PUBLISH: Words(zh="公布", en="published"),
    Action.DISCARD: Words(zh="作废", en="discarded"),
}
