"""What the page that manages an order says and asks for."""

from __future__ import annotations

from app.domain.outcome import OutcomeKind, Prompt, Severity


class Managing(OutcomeKind):
    ORDER_TO_MANAGE = "order_to_manage", Severity.INFO, ("order",)
    WORD_CHOSEN = "word_chosen", Severity.INFO, ("word",)
    ORDER_TOLD = "order_told", Severity.DONE, ("order", "word")
    MANAGE_ORDERS_ONLY = "manage_orders_only", Severity.SOFT, ("code",)


class ManagePrompt(Prompt):
    SCAN_ORDER = "scan_order"
    CHOOSE_WORD = "choose_word"
    SIGN_WORD = "sign_word", ("word",)
