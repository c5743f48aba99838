"""What `jinque serve --office` settles and says before it serves."""

import ipaddress
import os
import re
from collections.abc import Sequence

from jinque.cli.session import Session
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model.account import Account

ADDRESS_SETTING = "JINQUE_PUBLIC_ADDRESS"

_ADDRESS = re.compile(r"https?://[a-z0-9.\-]+(?::\d{1,5})?|https?://\[[0-9a-f:]+\](?::\d{1,5})?")


def set_up_office(public_address: str) -> str:
    """Hand the address in browsers to the server's process by its settings; return it.

    Args:
        public_address: as typed; empty takes the setting, or the address that browsers name.

    Raises:
        InvalidOptionError: it is no address of a host.
    """
    given = public_address or os.environ.get(ADDRESS_SETTING, "")
    address = given.rstrip("/").lower()
    if address and not _ADDRESS.fullmatch(address):
        raise InvalidOptionError(
            f"“{given}”不是网站地址。",
            f"“{given}” is no address of a site.",
            where="--public-address",
            hint_zh="只写协议、主机和端口，如 https://mulu.example.cn 或 http://10.0.0.5:8000。",
            hint_en="Give scheme, host and port only, as https://lists.example.org or "
            "http://10.0.0.5:8000.",
        )
    os.environ[ADDRESS_SETTING] = address
    return address


def refuse_without_office(public_address: str) -> None:
    """Refuse an address that would change nothing.

    Raises:
        WrongCallError: there is one.
    """
    if public_address:
        raise WrongCallError(
            "--public-address 只和 --office 一起用。",
            "--public-address goes with --office only.",
            where="--public-address",
            hint_zh="请加上 --office，或去掉这个选项。",
            hint_en="Add --office, or leave the option out.",
        )


def office_notes(session: Session, accounts: Sequence[Account], host: str, address: str) -> str:
    """Return what whoever starts the site of an office should know."""
    active = sum(each.is_active for each in accounts)
    lines = [
        session.say(
            f"带登录账户：{active} 个可登录。审核页面在 /office。",
            f"With accounts: {active} may sign in. The pages of review are at /office.",
        )
    ]
    if not active:
        lines.append(
            session.say(
                "还没有人能登录；添加账户：jinque account add 姓名 --role editor",
                "Nobody can sign in yet; add an account: jinque account add NAME --role editor",
            )
        )
    if not address.startswith("https://") and not _is_this_machine(host):
        lines.append(
            session.say(
                "注意：没有加密，同一网络里的人可能看到密码；请放在 https 反向代理后面，"
                "并写 --public-address https://…",
                "Note: without encryption others on the network may see passwords; put it behind "
                "an https proxy and give --public-address https://...",
            )
        )
    return "\n".join(lines) + "\n"


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
