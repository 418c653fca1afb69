"""Scanners and printers: bytes in, values out; knows only `app.device_api`."""
