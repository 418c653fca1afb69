"""The words of the demo panel and of its guide: what to do now, and why."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "demo": QT_TRANSLATE_NOOP("Screen", "DEMO, nothing leaves this PC"),
        "sim_scanner": QT_TRANSLATE_NOOP("Screen", "Simulated scanner"),
        "sim_printer": QT_TRANSLATE_NOOP("Screen", "Simulated printer"),
        "sim_at_hand": QT_TRANSLATE_NOOP("Screen", "Also at hand"),
        "sim_wrong": QT_TRANSLATE_NOOP("Screen", "A code nobody knows"),
        "sim_badges": QT_TRANSLATE_NOOP("Screen", "Badges"),
        "sim_commands": QT_TRANSLATE_NOOP("Screen", "Command sheet"),
        "sim_hint": QT_TRANSLATE_NOOP("Screen", "Click a code: it is scanned"),
        "sim_typed": QT_TRANSLATE_NOOP("Screen", "Type any code"),
        "sim_scan": QT_TRANSLATE_NOOP("Screen", "Scan"),
        "sim_now": QT_TRANSLATE_NOOP("Screen", "Scan this now"),
        "sim_wait": QT_TRANSLATE_NOOP("Screen", "Nothing to scan now"),
        "sim_sheet": QT_TRANSLATE_NOOP("Screen", "Test sheet"),
        "sim_person": QT_TRANSLATE_NOOP("Screen", "{name} · number {number} · PIN {pin}"),
        "guide_hide": QT_TRANSLATE_NOOP("Screen", "Hide the guide"),
        "guide_show": QT_TRANSLATE_NOOP("Screen", "Show the guide"),
        "guide_sign_in": QT_TRANSLATE_NOOP("Screen", "Scan the badge of {name}."),
        "guide_sign_in_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Every step is written down with the person who did it.",
        ),
        "guide_pin": QT_TRANSLATE_NOOP("Screen", "Type the PIN {pin} of {name}."),
        "guide_pin_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Who has no badge at hand signs in with number and PIN.",
        ),
        "guide_loading_site": QT_TRANSLATE_NOOP("Screen", "Wait a moment."),
        "guide_loading_site_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The bench fetches its orders, products and people.",
        ),
        "guide_take_order": QT_TRANSLATE_NOOP("Screen", "NEXT gives you an order."),
        "guide_take_order_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The bench reserves it, so that nobody else works on it.",
        ),
        "guide_go_to_truck": QT_TRANSLATE_NOOP("Screen", "Your box is ready: scan load {load}."),
        "guide_go_to_truck_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The truck of {carrier} takes it. An order is done when its box is on that truck.",
        ),
        "guide_all_done": QT_TRANSLATE_NOOP("Screen", "All orders are packed and gone."),
        "guide_all_done_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Scan anything to look at it, or close the window.",
        ),
        "guide_find_bin": QT_TRANSLATE_NOOP("Screen", "Go to bin {bin} and scan its code."),
        "guide_find_bin_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The scan proves that you stand at the right place.",
        ),
        "guide_pick_unit": QT_TRANSLATE_NOOP("Screen", "Take {name} and scan it: {left} to go."),
        "guide_pick_unit_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Each unit is scanned, so that no wrong one goes along.",
        ),
        "guide_read_lot": QT_TRANSLATE_NOOP("Screen", "Scan the lot number of {name}."),
        "guide_read_lot_why": QT_TRANSLATE_NOOP(
            "Screen",
            "If its maker calls a lot back, you know who has it.",
        ),
        "guide_read_date": QT_TRANSLATE_NOOP("Screen", "Scan the date on {name}."),
        "guide_read_date_why": QT_TRANSLATE_NOOP("Screen", "Goods past their date are refused."),
        "guide_read_serial": QT_TRANSLATE_NOOP("Screen", "Scan the serial number of {name}."),
        "guide_read_serial_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Guarantees and returns go by this number.",
        ),
        "guide_into_tote": QT_TRANSLATE_NOOP(
            "Screen",
            "Put it into tote {tote} and scan the tote.",
        ),
        "guide_into_tote_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The tote takes the order from the shelves to the packing bench.",
        ),
        "guide_take_box": QT_TRANSLATE_NOOP("Screen", "Take a box and scan it: {name}."),
        "guide_take_box_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The bench suggests the smallest box that holds everything.",
        ),
        "guide_pack_unit": QT_TRANSLATE_NOOP(
            "Screen",
            "Put {name} into the box and scan it: {left} to go.",
        ),
        "guide_pack_unit_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The second scan checks what was picked.",
        ),
        "guide_close_box": QT_TRANSLATE_NOOP("Screen", "All is in the box. OK closes it."),
        "guide_close_box_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Its shipping label is printed at once.",
        ),
        "guide_label_comes": QT_TRANSLATE_NOOP("Screen", "Wait for the label."),
        "guide_label_comes_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The simulated printer shows what comes out.",
        ),
        "guide_prove_label": QT_TRANSLATE_NOOP("Screen", "Stick the label on the box and scan it."),
        "guide_prove_label_why": QT_TRANSLATE_NOOP(
            "Screen",
            "This proves that the right label is on the right box.",
        ),
        "guide_choose_truck": QT_TRANSLATE_NOOP("Screen", "Scan the load of your truck."),
        "guide_choose_truck_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Each load has a carrier, a dock and a time to leave.",
        ),
        "guide_load_box": QT_TRANSLATE_NOOP(
            "Screen",
            "Carry the box of {order} to the truck, scan its label.",
        ),
        "guide_load_box_why": QT_TRANSLATE_NOOP(
            "Screen",
            "A box for another truck would be stopped here.",
        ),
        "guide_close_truck": QT_TRANSLATE_NOOP(
            "Screen",
            "Everything is on {load}. FINISH closes it.",
        ),
        "guide_close_truck_why": QT_TRANSLATE_NOOP(
            "Screen",
            "The driver's manifest is made, and the order has left the house.",
        ),
        "guide_truck_leaves": QT_TRANSLATE_NOOP("Screen", "FINISH: {load} has left."),
        "guide_truck_leaves_why": QT_TRANSLATE_NOOP(
            "Screen",
            "Until then the load can be opened again.",
        ),
        "guide_take_task": QT_TRANSLATE_NOOP("Screen", "Take the task that waits."),
        "guide_take_task_why": QT_TRANSLATE_NOOP(
            "Screen", "A pick has left too few in its bin; the rest lies in reserve."
        ),
        "guide_find_source": QT_TRANSLATE_NOOP("Screen", "Go to {bin} and scan it."),
        "guide_find_source_why": QT_TRANSLATE_NOOP(
            "Screen", "Only the scan of the bin shows that nobody takes from another one."
        ),
        "guide_take_goods": QT_TRANSLATE_NOOP(
            "Screen", "Take {units} × {name}: type it, scan one."
        ),
        "guide_take_goods_why": QT_TRANSLATE_NOOP(
            "Screen", "A number and one scan count as many; a case counts what it holds."
        ),
        "guide_bring_goods": QT_TRANSLATE_NOOP("Screen", "Bring them to {bin} and scan it."),
        "guide_bring_goods_why": QT_TRANSLATE_NOOP(
            "Screen", "Goods are booked when it is known where they lie."
        ),
        "guide_try_scanner": QT_TRANSLATE_NOOP("Screen", "Scan the codes of the test sheet."),
        "guide_try_scanner_why": QT_TRANSLATE_NOOP(
            "Screen",
            "They show how a scanner is set up. No order is changed.",
        ),
        "guide_look_round": QT_TRANSLATE_NOOP("Screen", "HOME leads back to work."),
        "guide_look_round_why": QT_TRANSLATE_NOOP("Screen", "This screen only shows something."),
        "guide_answer": QT_TRANSLATE_NOOP("Screen", "Answer what the screen asks."),
        "guide_answer_why": QT_TRANSLATE_NOOP("Screen", "The marked code is the usual answer."),
        "no_label_yet": QT_TRANSLATE_NOOP("Screen", "No label printed yet"),
    },
)
