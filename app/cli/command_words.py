"""The words for each command on paper, in English and Chinese, as on the screens' buttons."""

from __future__ import annotations

from app.domain.commands import DIGITS, Command

WORDS: dict[Command, tuple[str, str]] = {
    Command.OK: ("OK", "确定"),
    Command.UNDO: ("Undo", "撤销"),
    Command.CLEAR: ("Clear", "清除"),
    Command.SHORT: ("Short", "缺货"),
    Command.DAMAGED: ("Damaged", "破损"),
    Command.BOX: ("Next box", "下一箱"),
    Command.CLOSE: ("Close box", "封箱"),
    Command.PRINT: ("Print label", "打印面单"),
    Command.SLIP: ("Packing slip", "装箱单"),
    Command.FINISH: ("Finish", "完成"),
    Command.HOLD: ("Park", "挂起"),
    Command.SKIP: ("Skip", "跳过"),
    Command.HELP: ("Help", "求助"),
    Command.LOCK: ("Lock", "锁定"),
    Command.SIGN_OUT: ("Sign out", "退出登录"),
    Command.HOME: ("Home", "主页"),
    Command.NEXT: ("Next order", "下一单"),
    Command.PICK: ("Pick", "拣货"),
    Command.PACK: ("Pack", "复核打包"),
    Command.LOAD: ("Dispatch", "装车"),
    Command.COUNT: ("Count", "盘点"),
    Command.MOVE: ("Move", "移库"),
    Command.STATUS: ("Status", "状态"),
    Command.EXCEPTIONS: ("Exceptions", "异常"),
    Command.REMOVE: ("Take out", "取出"),
    Command.REOPEN: ("Open again", "重新打开"),
    Command.FREE: ("Add free", "加赠"),
    Command.SUBSTITUTE: ("Substitute", "替换"),
    Command.WEIGH: ("Weigh", "称重"),
    Command.TEST: ("Devices", "设备"),
    Command.DELETE: ("Delete", "删除"),
    Command.MANAGE: ("Manage", "管理"),
    Command.UNDERSTOOD: ("Understood", "知道了"),
    **{digit: (str(number), str(number)) for number, digit in enumerate(DIGITS)},
}
