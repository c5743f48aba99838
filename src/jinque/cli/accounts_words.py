"""Words of the accounts, in both languages."""

from jinque.model import Words
from jinque.model.account import Role

ROLES = {
    Role.EDITOR: Words(zh="编辑", en="editor"),
    Role.REVIEWER: Words(zh="复核", en="reviewer"),
    Role.PUBLISHER: Words(zh="发布", en="publisher"),
}
STATES = {True: Words(zh="可登录", en="active"), False: Words(zh="已停用", en="disabled")}
ACTIONS = ("list", "add", "role", "password", "disable", "enable", "unlock")

ACCOUNT_COMMANDS = {
    "account": Words(zh="管理登录账户（serve --office）", en="Accounts of serve --office"),
}
ACCOUNT_PARAMETERS = {
    "account ACTION": Words(
        zh="list（默认）、add、role、password、disable、enable、unlock",
        en="list (default), add, role, password, disable, enable or unlock",
    ),
    "account NAME": Words(
        zh="账户名：1 到 40 个汉字、字母或数字", en="name: 1 to 40 characters or digits"
    ),
    "account --role": Words(
        zh="editor 编辑、reviewer 复核、publisher 发布；后者含前者的权限",
        en="editor, reviewer or publisher; each may do what those before it may",
    ),
    "account --password-stdin": Words(
        zh="从标准输入的第一行读密码，不在屏幕上问",
        en="read the password from the first line of stdin",
    ),
    "account --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
}
